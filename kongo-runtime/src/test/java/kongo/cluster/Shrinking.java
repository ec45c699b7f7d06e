package kongo.cluster;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kongo.reference.LogRecord;
import kongo.reference.SmallWorld;

/** Makes a world that fails smaller while it still fails, so that people can read it: fewer records, fewer faults. */
final class Shrinking {

  private static final int MOST_TRIES = 300;

  private final Plant plant;
  private final long seed;
  private SmallWorld world;
  private int faults = Integer.MAX_VALUE;
  private String failure;
  private int tries;

  private Shrinking(SmallWorld world, Plant plant, long seed, String failure) {
    this.world = world;
    this.plant = plant;
    this.seed = seed;
    this.failure = failure;
  }

  /** What fails at this seed, with the smallest world that was found to fail; empty if nothing does. */
  static Optional<String> ofFailure(SmallWorld world, Plant plant, long seed) {
    return failure(world, plant, seed, Integer.MAX_VALUE).map(first -> new Shrinking(world, plant, seed, first).smallest());
  }

  static Optional<String> failure(SmallWorld world, Plant plant, long seed, int faults) {
    try {
      return new ClusterSimulation(world, plant, seed, faults).difference();
    } catch (RuntimeException | AssertionError bug) {
      return Optional.of(bug + " at " + bug.getStackTrace()[0]);
    }
  }

  private String smallest() {
    for (int most = 0; most < 64 && faults == Integer.MAX_VALUE; most = most * 2 + 1) {
      tryWith(world, most);
    }
    for (int size = world.records().size() / 2; size > 0; size /= 2) {
      dropEach(size);
    }
    return "seed %d, %d records, %s faults: %s%n%s".formatted(
        seed, world.records().size(), faults == Integer.MAX_VALUE ? "any" : faults, failure,
        String.join("\n", world.records().stream().map(LogRecord::toString).toList()));
  }

  private void dropEach(int size) {
    for (int from = 0; from < world.records().size(); ) {
      int to = Math.min(world.records().size(), from + size);
      List<LogRecord> fewer = new ArrayList<>(world.records());
      fewer.subList(from, to).clear();
      from = !fewer.isEmpty() && tryWith(world.with(fewer), faults) ? from : to;
    }
  }

  private boolean tryWith(SmallWorld smaller, int fewerFaults) {
    if (tries++ >= MOST_TRIES) {
      return false;
    }
    Optional<String> still = failure(smaller, plant, seed, fewerFaults);
    still.ifPresent(one -> {
      world = smaller;
      faults = fewerFaults;
      failure = one;
    });
    return still.isPresent();
  }
}
