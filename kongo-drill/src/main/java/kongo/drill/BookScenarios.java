package kongo.drill;

import java.time.Duration;
import java.util.List;
import kongo.local.LocalNode;

/** What happens while rule books change. */
final class BookScenarios {

  private static final int BOOKS = 6;
  private static final Duration EVERY = Duration.ofSeconds(20);
  private static final Duration BACK_TIME = Duration.ofMinutes(5);
  private static final Duration KNOWN_TIME = Duration.ofMinutes(5);

  private BookScenarios() {}

  static List<Scenario> all() {
    return List.of(
        new Scenario("rules-change", "a new rule book every 20 s for 2 minutes, from some time of the past on, and kill -9 of a node each time", BookScenarios::change),
        KilledSpread.scenario());
  }

  private static void change(Stage stage) throws Exception {
    ChangedBooks books = new ChangedBooks(stage.random());
    try (SpreadBooks spread = SpreadBooks.of(stage)) {
      long version = 0;
      for (int i = 0; i < BOOKS; i++) {
        version = spread.send(books.ofAll(), stage.anyPast());
        Duration before = Duration.ofMillis(stage.random().nextInt((int) EVERY.toMillis() / 2));
        spread.watch(before);
        LocalNode node = stage.anyNode();
        stage.fault("kill -9 " + node.name(), Goal.NONE, List.of(node), node.process()::kill);
        spread.watch(EVERY.minus(before));
      }
      stage.awaitReady(BACK_TIME);
      spread.awaitKnown(version, KNOWN_TIME);
      spread.tell();
    }
  }
}
