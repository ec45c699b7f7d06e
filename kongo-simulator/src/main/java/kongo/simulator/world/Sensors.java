package kongo.simulator.world;

import java.util.List;
import java.util.SplittableRandom;
import kongo.location.Reading;
import kongo.simulator.RecordSink;

/** All sensors of one place: they report together, and fail together now and then. */
final class Sensors implements Agent {

  private static final String SENSOR = "s1";
  private static final long DIALECT_SEED = 0x9E3779B97F4A7C15L;

  private final Site site;
  private final SplittableRandom random;
  private final SteadySettings settings;
  private final List<Walk> walks;
  private final Failures failures;
  private final Dialect dialect;

  Sensors(Site site, SplittableRandom random, SteadySettings settings, long now) {
    this.site = site;
    this.random = random;
    this.settings = settings;
    this.walks = Walk.of(site.isTruck(), site.climate);
    this.failures = new Failures(random, settings, site.climate, site.isTruck(), now);
    // Of its own, so that units change no value.
    this.dialect = Dialect.any(new SplittableRandom(settings.seed() ^ (DIALECT_SEED * site.id.hashCode())), settings.devices().units());
  }

  @Override
  public long act(long now, RecordSink sink) {
    failures.comeTo(now);
    for (Walk walk : walks) {
      say(walk.metric, failures.value(walk.metric, walk.next(random), now), now, sink);
    }
    return now + settings.period().toMillis();
  }

  private void say(String metric, double value, long now, RecordSink sink) {
    if (failures.garble(metric, now)) {
      sink.measure(site.id, new Reading(metric, SENSOR, now, failures.code()));
    } else if (!failures.silence(metric, now)) {
      dialect.say(sink, site.id, new Reading(metric, SENSOR, now, value));
    }
  }
}
