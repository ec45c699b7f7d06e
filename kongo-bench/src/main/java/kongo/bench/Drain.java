package kongo.bench;

import java.util.function.Consumer;
import kongo.rules.RuleBooks;

/** Fills the topics first, then starts the engine, and measures how fast it empties them. */
public final class Drain {

  /** Takes the same records in another way, when all are in the topics and the engine does not run. */
  @FunctionalInterface
  public interface Rival {

    Rival NONE = bootstrap -> {};

    void run(String bootstrap) throws InterruptedException;
  }

  private final ClusterSettings settings;
  private final DrainSettings drain;
  private final Rival rival;
  private final Consumer<String> say;

  private Drain(ClusterSettings settings, DrainSettings drain, Rival rival) {
    this.settings = settings;
    this.drain = drain;
    this.rival = rival;
    this.say = settings.say();
  }

  /** On a fresh cluster. */
  public static Verified<DrainFigures> run(ClusterSettings settings, DrainSettings drain) throws Exception {
    return run(settings, drain, Rival.NONE);
  }

  /** The same after a rival. */
  public static Verified<DrainFigures> run(ClusterSettings settings, DrainSettings drain, Rival rival) throws Exception {
    return new Drain(settings, drain, rival).run();
  }

  private Verified<DrainFigures> run() throws Exception {
    say.accept("starting Kafka and Cassandra");
    try (BenchCluster cluster = BenchCluster.start(settings)) {
      BenchRecords records = new BenchRecords(drain.world());
      CheckCounter counter = new CheckCounter(RuleBooks.shipped());
      DrainFigures figures = figures(cluster, records, counter);
      return drain.verify() ? Verified.of(figures, cluster, say) : Verified.unverified(figures);
    }
  }

  private DrainFigures figures(BenchCluster cluster, BenchRecords records, CheckCounter counter) throws InterruptedException {
    Filling settling = Filling.run(cluster.bootstrap(), records.settling(), counter);
    if (drain.settled()) {
      settle(cluster, settling);
    }
    Filling filling = Filling.run(cluster.bootstrap(), records.running(drain.events()), counter);
    say.accept("filled with %s in %.1f s".formatted(filling.delivered(), filling.seconds()));
    rival.run(cluster.bootstrap());
    cluster.startMeasuredNodes();
    Measured measured = DrainWatch.run(cluster, drain.patience());
    Filling all = drain.settled() ? filling : filling.and(settling);
    DrainFigures figures = DrainFigures.of(all, measured);
    say.accept("drained %,d events in %.1f s: %,.0f/s".formatted(figures.events(), figures.seconds(), figures.eventsPerSecond()));
    return figures;
  }

  private void settle(BenchCluster cluster, Filling settling) throws InterruptedException {
    say.accept("the engine takes in who there is: %s".formatted(settling.delivered()));
    cluster.startNodes();
    DrainWatch.run(cluster, drain.patience());
    cluster.stopNodes();
  }
}
