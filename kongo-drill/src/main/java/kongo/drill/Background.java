package kongo.drill;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Iterator;
import kongo.simulator.Bounds;
import kongo.simulator.SimulatedRecord;
import kongo.simulator.Simulation;
import kongo.simulator.disorder.Disorder;
import kongo.simulator.disorder.Share;
import kongo.simulator.world.SteadySettings;
import kongo.simulator.world.SteadyWorld;

/** What comes in while a story is played. */
enum Background {

  /** The steady world in its dense mix, in order. */
  DENSE {
    @Override
    Iterator<SimulatedRecord> records(long seed, Duration retention) {
      SteadySettings dense = SteadySettings.DENSE;
      return world(of(seed, dense.start(), dense.goods(), dense.warehouses(), dense.trucks()), Disorder.NONE);
    }
  },

  /** A smaller one, whose time runs faster at the same load, with all that disorder can do to it, some of it later than the retention. */
  DISORDERED {
    @Override
    Iterator<SimulatedRecord> records(long seed, Duration retention) {
      return world(small(seed, SteadySettings.DENSE.start()), disorder(retention));
    }
  },

  /** Nothing: the story sends its own. */
  NONE {
    @Override
    Iterator<SimulatedRecord> records(long seed, Duration retention) {
      return Collections.emptyIterator();
    }
  };

  private static final double LATE = 0.05;
  private static final double OFFLINE = 0.3;
  private static final double REPEATED = 0.05;
  private static final double GARBAGE = 0.01;

  /** Without an end, in the order in which they are sent. */
  abstract Iterator<SimulatedRecord> records(long seed, Duration retention);

  private static Simulation world(SteadySettings settings, Disorder disorder) {
    return new Simulation(new SteadyWorld(settings), Bounds.NONE, disorder, settings.seed());
  }

  /** All but the registry's: that would wait for the end of a world, and these have none. */
  static Disorder disorder(Duration retention) {
    return new Disorder(
        new Share(LATE, retention.multipliedBy(2)), new Share(OFFLINE, retention), retention.dividedBy(12),
        new Share(REPEATED, retention.multipliedBy(2)), false, GARBAGE);
  }

  /** @param start event time of its first record */
  static SteadySettings small(long seed, Instant start) {
    return of(seed, start, 120, 4, 12);
  }

  private static SteadySettings of(long seed, Instant start, int goods, int warehouses, int trucks) {
    SteadySettings dense = SteadySettings.DENSE;
    return new SteadySettings(
        seed, start, goods, warehouses, trucks, dense.maxWeightKg(), dense.useBy(), dense.missedReads(), dense.repeatedReads(),
        dense.period(), dense.stay(), dense.betweenFailures(), dense.failure(), dense.overloads(), dense.incompatible(), dense.journeys());
  }
}
