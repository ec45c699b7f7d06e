package kongo.drill;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import kongo.local.LocalNode;
import kongo.spread.Spreading;
import org.apache.kafka.common.TopicPartition;

/**
 * All nodes end while a rule book has come to some Locations and not to others: those that come back go on from there. A book
 * that was faster than the kill proves nothing, and another one follows.
 */
final class KilledSpread {

  private static final int PLACES = 400;
  private static final double PLACES_RATE = 1_500;
  private static final double PART_DONE = 0.1;
  private static final int TRIES = 4;
  private static final Duration PLACES_TIME = Duration.ofSeconds(120);
  private static final Duration BEGIN_TIME = Duration.ofSeconds(60);
  private static final Duration KNOWN_TIME = Duration.ofMinutes(5);
  private static final Duration LOOK = Duration.ofMillis(10);
  private static final Duration LOOK_AGAIN = Duration.ofMillis(100);
  private static final double SECOND = TimeUnit.SECONDS.toNanos(1);

  private final Stage stage;
  private final ChangedBooks books;
  private final SpreadBooks spread;

  private KilledSpread(Stage stage, SpreadBooks spread) {
    this.stage = stage;
    this.books = new ChangedBooks(stage.random());
    this.spread = spread;
  }

  static Scenario scenario() {
    return new Scenario("rules-kill", "kill -9 of all nodes while a rule book has come to some Locations and not to others", stage -> {
      try (SpreadBooks spread = SpreadBooks.of(stage)) {
        new KilledSpread(stage, spread).play();
      }
    });
  }

  private void play() throws Exception {
    long locations = fill();
    boolean inTheMiddle = false;
    for (int i = 0; i < TRIES && !inTheMiddle; i++) {
      inTheMiddle = killAll(locations);
    }
    if (!inTheMiddle) {
      stage.finding("%d rule books had come to all Locations before the nodes were killed: this proves nothing".formatted(TRIES));
    }
    spread.tell();
  }

  /** Answers how many Locations there are. */
  private long fill() throws InterruptedException {
    long before = spread.locations();
    stage.say("%,d more places".formatted(PLACES));
    stage.sendBeside(QuietPlaces.records("quiet-" + stage.random().nextInt(1_000_000), PLACES), PLACES_RATE);
    long end = System.nanoTime() + PLACES_TIME.toNanos();
    long locations = spread.locations();
    while (locations < before + PLACES && System.nanoTime() < end) {
      stage.pauseSeconds(1);
      locations = spread.locations();
    }
    return locations;
  }

  /** Whether it was in the middle. */
  private boolean killAll(long locations) throws Exception {
    List<LocalNode> nodes = stage.cluster().nodes().all();
    // nobody has the time for questions when it spreads
    Set<TopicPartition> all = NodePartitions.of(nodes);
    long version = spread.send(books.ofLocations(), stage.anyPast());
    long sent = System.nanoTime();
    awaitPart(version, Math.max(1, Math.round(PART_DONE * locations)));
    stage.fault("kill -9 all nodes", Goal.NONE, all, () -> nodes.forEach(node -> node.process().kill()));
    long killed = System.nanoTime();
    Spreading left = spread.now();
    boolean inTheMiddle = left.target() == version && left.completed() < version && left.done() > 0 && left.done() < locations;
    String begin = String.format(Locale.ROOT, "all nodes were killed %.1f s after version %d was sent, when %,d of %,d Locations had taken it%s",
        (killed - sent) / SECOND, version, left.done(), locations, inTheMiddle ? "" : ", which is not in the middle");
    stage.say(begin);
    stage.figure("%s; after the kill %s".formatted(begin, resumed(version, left, killed)));
    return inTheMiddle;
  }

  private void awaitPart(long version, long done) throws InterruptedException {
    long end = System.nanoTime() + BEGIN_TIME.toNanos();
    Spreading now = spread.now();
    while (now.completed() < version && !(now.target() == version && now.done() >= done) && System.nanoTime() < end) {
      stage.pause(LOOK);
      now = spread.now();
    }
  }

  /** How long it took the nodes to come back, and everybody to know it: by going on, not by beginning anew. */
  private String resumed(long version, Spreading left, long killed) throws InterruptedException {
    double ready = 0;
    double known = 0;
    boolean anew = false;
    long end = killed + KNOWN_TIME.toNanos();
    while ((ready == 0 || known == 0) && System.nanoTime() < end) {
      Spreading now = spread.now();
      anew |= now.target() == left.target() && now.done() < left.done();
      known = known == 0 && now.completed() >= version ? (System.nanoTime() - killed) / SECOND : known;
      ready = ready == 0 && stage.cluster().awaitReady(Duration.ZERO).isEmpty() ? (System.nanoTime() - killed) / SECOND : ready;
      stage.pause(LOOK_AGAIN);
    }
    if (anew) {
      stage.finding("version %d began to spread anew".formatted(version));
    }
    spread.awaitKnown(version, Duration.ZERO);
    return String.format(Locale.ROOT, "all nodes were ready within %.1f s, and everybody knew it within %.1f s", ready, known);
  }
}
