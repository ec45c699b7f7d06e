package kongo.drill;

import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import kongo.local.LocalNode;
import kongo.simulator.Bounds;
import kongo.simulator.SimulatedRecord;
import kongo.simulator.Simulation;
import kongo.simulator.disorder.Disorder;
import kongo.simulator.world.SteadySettings;
import kongo.simulator.world.SteadyWorld;

/** Books that are closed after an hour of event time, which runs many times as fast as the clock, while all comes late, twice and in disorder. */
final class RetentionScenario {

  static final Duration RETENTION = Duration.ofHours(1);

  private static final Duration READY_TIME = Duration.ofMinutes(5);
  private static final int PARTS = 3;
  private static final double HASTE = 2;
  private static final Duration LATER = Duration.ofDays(60);

  private RetentionScenario() {}

  static Scenario of(Duration length) {
    return new Scenario("retention", "a retention of an hour, all disorder at once, and kill -9 of a node; verified on the way",
        stage -> play(stage, length.dividedBy(PARTS))).with(RETENTION).beside(Background.DISORDERED);
  }

  /** What is compared is what began within the retention: so it is looked at more than once. */
  private static void play(Stage stage, Duration part) throws Exception {
    stage.multiplyLoad(HASTE);
    for (int i = 1; i <= PARTS; i++) {
      stage.pause(part.dividedBy(2));
      if (i == 2) {
        LocalNode node = stage.anyNode();
        stage.fault("kill -9 " + node.name(), Goal.NODE_LOST, List.of(node), node.process()::kill);
      }
      stage.pause(part.dividedBy(2));
      stage.prove("part " + i);
    }
    stage.endLoad();
    stage.awaitReady(READY_TIME);
    stage.faultForAll("another world, of which the registry tells last", Goal.NONE,
        () -> stage.sendBeside(registryLast(stage, part), HASTE * stage.perSecond()));
  }

  /** The same places and Goods, long after, with other profiles. */
  private static Iterator<SimulatedRecord> registryLast(Stage stage, Duration part) {
    Duration retention = stage.cluster().footing().retention();
    Instant start = SteadySettings.DENSE.start().plus(LATER);
    SteadySettings settings = Background.small(stage.random().nextLong(), start);
    Disorder some = Background.disorder(retention);
    Disorder all = new Disorder(some.lateRfid(), some.offline(), some.shuffle(), some.duplicates(), true, some.garbage());
    long events = Math.round(HASTE * stage.perSecond() * part.toSeconds());
    return new Simulation(new SteadyWorld(settings), Bounds.ofEvents(events), all, settings.seed());
  }
}
