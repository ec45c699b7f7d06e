package kongo.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Consumer;
import kongo.baseline.Baseline;
import kongo.baseline.BaselineResult;
import kongo.baseline.Baselines;
import kongo.baseline.watch.Job;
import kongo.protocol.Topics;

/** What a user would write instead, measured on the records that the engine has drained. */
public final class Rivals {

  private static final String ONLY_RUN = "bench";

  private final Baselines baselines;
  private final Consumer<String> say;

  private Rivals(ClusterSettings settings, String bootstrap, Duration patience) {
    String rules = settings.rules().map(Path::toString).orElse(Job.SHIPPED);
    this.baselines = new Baselines(bootstrap, Topics.DEFAULT, rules, settings.data().resolve("baselines"), patience);
    this.say = settings.say();
  }

  /** The engine, then both, on a fresh cluster. */
  public static Verified<BaselineFigures> run(ClusterSettings settings, DrainSettings drain) throws Exception {
    return Drain.run(settings, drain, (cluster, drained) -> {
      cluster.stopNodes();
      Rivals rivals = new Rivals(settings, cluster.bootstrap(), drain.patience());
      return new Verified<>(rivals.against(drained.figures()), drained.verdict());
    });
  }

  private BaselineFigures against(DrainFigures engine) throws InterruptedException {
    return BaselineFigures.of(result(Baseline.PLAIN), result(Baseline.STREAMS), engine);
  }

  private BaselineResult result(Baseline baseline) throws InterruptedException {
    BaselineResult result = baselines.run(baseline, ONLY_RUN);
    say.accept(String.format(
        Locale.ROOT, "%s: %,d events in %.1f s: %,.0f/s, %,d violations",
        baseline.label(), result.events(), result.seconds(), result.eventsPerSecond(), result.violations()));
    return result;
  }
}
