package kongo.drill;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kongo.local.LocalNode;
import kongo.replay.Journal;
import kongo.simulator.Bounds;
import kongo.simulator.Pace;
import kongo.simulator.Progress;
import kongo.simulator.Sender;
import kongo.simulator.WorldStream;

/** Lives of years: round after round is sent and decided, and what each costs is seen beside the age. */
final class LongLifeScenario {

  private static final Duration LONGEST_ROUND = Duration.ofMinutes(30);

  private static final int MOST_PARTS = 10;

  /** The first one is that of cold JVMs. */
  private static final int FIRST_COMPARED = 1;

  private final Stage stage;
  private final LongLifeSizes sizes;
  private final LongLives lives;
  private final List<Round> rounds = new ArrayList<>();

  /**
   * One of the parts that the lives are told in.
   *
   * @param seconds from the first record sent to the last one decided
   * @param heaps of the nodes after a collection, in MiB
   * @param rows that the oldest entities have in the journal, by persistence id
   */
  record Round(long records, double seconds, List<Long> heaps, SortedMap<String, Long> rows) {

    double perSecond() {
      return records / seconds;
    }

    long mostRows() {
      return rows.values().stream().mapToLong(Long::longValue).max().orElse(0);
    }
  }

  private LongLifeScenario(Stage stage, LongLifeSizes sizes) {
    this.stage = stage;
    this.sizes = sizes;
    this.lives = new LongLives(sizes);
  }

  static Scenario of(LongLifeSizes sizes) {
    String what =
        String.format(
            Locale.ROOT, "%,d Goods with %,d moves each, a truck that knows %,d Goods, %,d Goods with one use-by time",
            sizes.goods(), sizes.moves(), sizes.known(), sizes.useBy());
    return new Scenario("long-life", what, stage -> new LongLifeScenario(stage, sizes).play()).beside(Background.NONE);
  }

  private void play() throws Exception {
    try (Sender sender = stage.sender()) {
      for (int i = 1; i <= sizes.rounds(); i++) {
        Round round = round(sender, sizes.hoursUntil(i - 1), sizes.hoursUntil(i));
        rounds.add(round);
        stage.figure(text("round " + i, round));
      }
      stage.figure(String.format(Locale.ROOT, "rate of the last round / of the second: %.2f",
          rounds.get(rounds.size() - 1).perSecond() / rounds.get(FIRST_COMPARED).perSecond()));
      List<String> last = List.of("those with one use-by time come", "a reading proves that it has come", "half of them leave");
      for (int i = 1; i <= LongLives.LAST_TURNS; i++) {
        stage.figure(text(last.get(i - 1), round(sender, sizes.moves() + i - 1, sizes.moves() + i)));
      }
    }
    stage.cluster().nodes().all().stream().filter(node -> node.restarts() > 0).map(LocalNode::name)
        .forEach(node -> stage.finding(node + " ended by itself and was started again"));
  }

  private Round round(Sender sender, int from, int to) throws Exception {
    long records = 0;
    long begin = System.nanoTime();
    for (int next = from; next < to; ) {
      next = Math.min(to, next + partOf(to - from));
      records += tell(sender, next);
    }
    double seconds = (System.nanoTime() - begin) / 1e9;
    return new Round(records, seconds, Sizes.heaps(stage.cluster().nodes().all()), rowsOfTheOldest());
  }

  /** Hours that are told at once: less than is kept, so that moves and readings do not overtake each other by more, if that is not too few. */
  private int partOf(int hours) {
    long kept = stage.cluster().footing().retention().toHours() / 3;
    return (int) Math.max(kept, 1 + (hours - 1) / MOST_PARTS);
  }

  private long tell(Sender sender, int turn) throws Exception {
    WorldStream records = new WorldStream(lives, Bounds.ofTurns(turn));
    sender.run(records, Pace.max(), Progress.SILENT, () -> false);
    stage.proof().awaitDecided(LONGEST_ROUND);
    return records.made();
  }

  private SortedMap<String, Long> rowsOfTheOldest() {
    Stream<String> goods = IntStream.range(0, sizes.goods()).mapToObj(number -> "Goods|" + LongLives.returnable(number));
    Stream<String> places = Stream.of(LongLives.DEPOT, LongLives.RETURNS_TRUCK, LongLives.VETERAN).map(place -> "Location|" + place);
    try (Journal journal = Books.open(stage.cluster().stores())) {
      return journal.rowsOf(Stream.concat(goods, places).toList());
    }
  }

  private static String text(String what, Round round) {
    return String.format(
        Locale.ROOT, "%s: %,d records in %.1f s, %,.0f/s; heap after a collection %s; rows of the oldest: %s",
        what, round.records(), round.seconds(), round.perSecond(), Sizes.text(round.heaps()), rows(round));
  }

  private static String rows(Round round) {
    return String.format(
        Locale.ROOT, "%s %,d, %s %,d, at most %,d", LongLives.returnable(0), round.rows().get("Goods|" + LongLives.returnable(0)),
        LongLives.VETERAN, round.rows().get("Location|" + LongLives.VETERAN), round.mostRows());
  }
}
