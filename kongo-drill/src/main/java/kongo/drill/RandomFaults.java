package kongo.drill;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;

/** Faults of all kinds at times by chance: overlapping, with quiet windows between. */
final class RandomFaults {

  private static final int LONGEST_QUIET_SECONDS = 12;
  private static final int QUIET_AT_END_SECONDS = 20;
  private static final double OVERLAP = 0.35;

  /**
   * One fault of the plan.
   *
   * @param atMillis after the begin
   * @param lengthMillis until it is ended, where it has to be
   * @param node which, of those that are there
   */
  record Planned(long atMillis, FaultKind kind, long lengthMillis, int node) {}

  private record Due(long atMillis, String words, Stage.Deed deed) {}

  private final List<Planned> plan;
  private final long lengthMillis;

  private RandomFaults(List<Planned> plan, long lengthMillis) {
    this.plan = plan;
    this.lengthMillis = lengthMillis;
  }

  /** A store's fault begins only when the one before of the same store has ended. */
  static RandomFaults of(long seed, Duration length) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Planned> plan = new ArrayList<>();
    long now = TimeUnit.SECONDS.toMillis(2);
    long end = length.toMillis() - TimeUnit.SECONDS.toMillis(QUIET_AT_END_SECONDS);
    while (now < end) {
      FaultKind kind = FaultKind.values()[random.nextInt(FaultKind.values().length)];
      Planned next = new Planned(now, kind, kind.lengthMillis(random), random.nextInt(Integer.MAX_VALUE));
      if (next.atMillis + next.lengthMillis < end && plan.stream().noneMatch(before -> collides(before, next))) {
        plan.add(next);
      }
      boolean overlaps = random.nextDouble() < OVERLAP;
      now += (overlaps ? 0 : next.lengthMillis) + 500 + random.nextInt(LONGEST_QUIET_SECONDS * 1_000);
    }
    return new RandomFaults(plan, length.toMillis());
  }

  private static boolean collides(Planned before, Planned next) {
    boolean sameVictim = before.kind.victim() == next.kind.victim() && before.kind.victim() != FaultKind.Victim.NODE;
    return sameVictim && before.atMillis + before.lengthMillis + FaultKind.STORE_START_MILLIS > next.atMillis;
  }

  int size() {
    return plan.size();
  }

  List<Planned> plan() {
    return plan;
  }

  void play(Stage stage) throws Exception {
    long begin = System.nanoTime();
    List<Due> pending = new ArrayList<>();
    plan.forEach(planned -> pending.add(new Due(planned.atMillis, "", () -> begin(stage, planned, pending))));
    while (!pending.isEmpty()) {
      Due next = pending.stream().min(Comparator.comparingLong(Due::atMillis)).orElseThrow();
      pending.remove(next);
      sleepUntil(stage, begin, next.atMillis);
      if (!next.words.isEmpty()) {
        stage.say(next.words);
      }
      next.deed.run();
    }
    sleepUntil(stage, begin, lengthMillis);
  }

  private static void begin(Stage stage, Planned planned, List<Due> pending) throws Exception {
    FaultKind.Ending ending = planned.kind.begin(stage, planned.node, planned.lengthMillis);
    if (!ending.words().isEmpty()) {
      pending.add(new Due(planned.atMillis + planned.lengthMillis, ending.words(), ending.deed()));
    }
  }

  private static void sleepUntil(Stage stage, long begin, long atMillis) throws InterruptedException {
    long left = atMillis - TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin);
    stage.pause(Duration.ofMillis(Math.max(0, left)));
  }
}
