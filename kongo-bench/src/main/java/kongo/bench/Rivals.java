package kongo.bench;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import kongo.baseline.Baseline;
import kongo.baseline.BaselineResult;
import kongo.baseline.Baselines;
import kongo.baseline.watch.Job;
import kongo.protocol.Topics;

/** What a user would write instead, measured on the records that the engine then drains. */
public final class Rivals implements Drain.Rival {

  private final ClusterSettings settings;
  private final DrainSettings drain;
  private final Map<Baseline, BaselineResult> results = new EnumMap<>(Baseline.class);

  private Rivals(ClusterSettings settings, DrainSettings drain) {
    this.settings = settings;
    this.drain = drain;
  }

  /** Both, then the engine, on a fresh cluster. */
  public static Verified<BaselineFigures> run(ClusterSettings settings, DrainSettings drain) throws Exception {
    Rivals rivals = new Rivals(settings, drain);
    Verified<DrainFigures> engine = Drain.run(settings, drain, rivals);
    return new Verified<>(
        BaselineFigures.of(rivals.results.get(Baseline.PLAIN), rivals.results.get(Baseline.STREAMS), engine.figures()), engine.verdict());
  }

  @Override
  public void run(String bootstrap) throws InterruptedException {
    Baselines baselines = new Baselines(bootstrap, Topics.DEFAULT, Job.SHIPPED, settings.data().resolve("baselines"), drain.patience());
    for (Baseline each : Baseline.values()) {
      BaselineResult result = baselines.run(each, "bench");
      settings.say().accept(String.format(
          Locale.ROOT, "%s: %,d events in %.1f s: %,.0f/s, %,d violations",
          each.label(), result.events(), result.seconds(), result.eventsPerSecond(), result.violations()));
      results.put(each, result);
    }
  }
}
