package kongo.simulator.world;

import java.util.SplittableRandom;
import kongo.location.Reading;
import kongo.simulator.RecordSink;

/** A thermometer that travels with a Goods, from its registration until it is delivered. */
final class BoxLogger implements Agent {

  private static final String SENSOR = "logger";

  private final Freight goods;
  private final SplittableRandom random;
  private final SteadySettings settings;
  private final Walk walk;
  private final Failures failures;

  BoxLogger(Freight goods, SplittableRandom random, SteadySettings settings, long now) {
    this.goods = goods;
    this.random = random;
    this.settings = settings;
    this.walk = Walk.temperature(goods.attributes.climate());
    this.failures = new Failures(random, settings, goods.attributes.climate(), false, now);
  }

  @Override
  public long act(long now, RecordSink sink) {
    if (goods.isDelivered) {
      return NEVER;
    }
    failures.comeTo(now);
    double value = failures.value(walk.metric, walk.next(random), now);
    if (!failures.silence(walk.metric, now)) {
      double said = failures.garble(walk.metric, now) ? failures.code() : value;
      sink.log(goods.id, new Reading(walk.metric, SENSOR, now, said));
    }
    return now + settings.period().toMillis();
  }
}
