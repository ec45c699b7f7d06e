package kongo.bench;

import java.util.function.Consumer;

/** Fills the topics first, then starts the engine, and measures how fast it empties them. */
public final class Drain {

  /** What is done with a cluster that has emptied its topics. */
  @FunctionalInterface
  interface Afterwards<T> {
    T after(BenchCluster cluster, Verified<DrainFigures> drained) throws Exception;
  }

  private final ClusterSettings settings;
  private final DrainSettings drain;
  private final Consumer<String> say;

  private Drain(ClusterSettings settings, DrainSettings drain) {
    this.settings = settings;
    this.drain = drain;
    this.say = settings.say();
  }

  /** On a fresh cluster. */
  public static Verified<DrainFigures> run(ClusterSettings settings, DrainSettings drain) throws Exception {
    return run(settings, drain, (cluster, drained) -> drained);
  }

  static <T> T run(ClusterSettings settings, DrainSettings drain, Afterwards<T> afterwards) throws Exception {
    settings.say().accept("starting Kafka and Cassandra");
    try (BenchCluster cluster = BenchCluster.start(settings)) {
      return afterwards.after(cluster, new Drain(settings, drain).on(cluster));
    }
  }

  private Verified<DrainFigures> on(BenchCluster cluster) throws Exception {
    DrainFigures figures = figures(cluster);
    say.accept("drained %,d events in %.1f s: %,.0f/s".formatted(figures.events(), figures.seconds(), figures.eventsPerSecond()));
    return drain.verify() ? Verified.of(figures, cluster, say) : Verified.unverified(figures);
  }

  private DrainFigures figures(BenchCluster cluster) throws InterruptedException {
    CheckCounter counter = new CheckCounter(cluster.book());
    Parts parts = drain.parts();
    Filling before = Filling.run(cluster.bootstrap(), parts.before(), counter);
    if (drain.settled()) {
      settle(cluster, before);
    }
    Filling filling = Filling.run(cluster.bootstrap(), parts.measured().get(), counter);
    say.accept("filled with %s in %.1f s; starting the engine".formatted(filling.delivered(), filling.seconds()));
    cluster.startMeasuredNodes();
    Measured measured = DrainWatch.run(cluster, drain.patience());
    return DrainFigures.of(drain.settled() ? filling : filling.and(before), measured);
  }

  private void settle(BenchCluster cluster, Filling before) throws InterruptedException {
    say.accept("the engine takes in who there is: %s".formatted(before.delivered()));
    cluster.startNodes();
    DrainWatch.run(cluster, drain.patience());
    cluster.stopNodes();
  }
}
