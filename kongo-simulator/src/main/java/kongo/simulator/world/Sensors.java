package kongo.simulator.world;

import java.util.List;
import java.util.SplittableRandom;
import kongo.location.Reading;
import kongo.simulator.RecordSink;

/** All sensors of one place: they report together, and fail together now and then. */
final class Sensors implements Agent {

  private static final String SENSOR = "s1";

  private final Site site;
  private final SplittableRandom random;
  private final SteadySettings settings;
  private final List<Walk> walks;

  private long failsAt;
  private long failsUntil = Long.MIN_VALUE;
  private Trouble trouble = Trouble.COOLING;

  Sensors(Site site, SplittableRandom random, SteadySettings settings, long now) {
    this.site = site;
    this.random = random;
    this.settings = settings;
    this.walks = Walk.of(site.isTruck(), site.climate);
    this.failsAt = now + Draw.exponential(random, settings.betweenFailures());
  }

  @Override
  public long act(long now, RecordSink sink) {
    if (now >= failsAt) {
      trouble = Trouble.any(random, site.isTruck());
      failsUntil = now + Draw.exponential(random, settings.failure());
      failsAt = failsUntil + Draw.exponential(random, settings.betweenFailures());
    }
    boolean failing = now < failsUntil;
    for (Walk walk : walks) {
      double value = walk.next(random);
      if (failing && trouble.concerns(walk.metric)) {
        value = Measure.cents(trouble.draw(random, walk.metric, site.climate));
      }
      sink.measure(site.id, new Reading(walk.metric, SENSOR, now, value));
    }
    return now + settings.period().toMillis();
  }
}
