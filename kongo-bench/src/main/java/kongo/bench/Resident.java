package kongo.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import kongo.local.LocalNode;
import kongo.simulator.Bounds;
import kongo.simulator.WorldStream;

/** Fills the memory of one node with Goods, lets them leave it, and brings some back. */
public final class Resident {

  private static final List<String> STAYING = List.of("-Dkongo.actors.goods-idle=10h", "-Dkongo.goods.in-memory=10000000");
  private static final List<String> LEAVING = List.of("-Dkongo.actors.goods-idle=10s");
  private static final long SHRINKING_SECONDS = 20;
  private static final double SHRUNK = 0.98;

  private final ResidentSettings resident;
  private final Consumer<String> say;
  private final BenchCluster cluster;
  private final int goods;
  private final CrowdWorld world;
  private final WorldStream stream;

  private Resident(ResidentSettings resident, Consumer<String> say, BenchCluster cluster, int goods) {
    this.resident = resident;
    this.say = say;
    this.cluster = cluster;
    this.goods = goods;
    this.world = new CrowdWorld(goods, resident.locations());
    this.stream = new WorldStream(world, Bounds.NONE);
  }

  /** Each number of Goods on a fresh cluster of one node. */
  public static List<Verified<ResidentFigures>> run(ClusterSettings settings, ResidentSettings resident) throws Exception {
    List<Verified<ResidentFigures>> points = new ArrayList<>();
    for (int goods : resident.goods()) {
      settings.say().accept("%,d Goods: starting Kafka and Cassandra".formatted(goods));
      try (BenchCluster cluster = BenchCluster.start(settings.withNodes(1))) {
        ResidentFigures figures = new Resident(resident, settings.say(), cluster, goods).figures();
        points.add(resident.verify() ? Verified.of(figures, cluster, settings.say()) : Verified.unverified(figures));
      }
    }
    return points;
  }

  private ResidentFigures figures() throws Exception {
    fill(world.registryOfPlaces());
    cluster.startNodes(STAYING);
    drain();
    cluster.awaitReady();
    double empty = liveHeap();
    long begin = System.nanoTime();
    fill(world.arrivals());
    drain();
    double arrivals = (System.nanoTime() - begin) / (double) TimeUnit.SECONDS.toNanos(1);
    double all = liveHeap();
    say.accept("all resident after %.1f s: %,.0f bytes each".formatted(arrivals, (all - empty) / goods));
    cluster.stopNodes();
    double coldPerSecond = bringBack();
    return ResidentFigures.of(goods, empty, all, heapWithoutGoods(), coldPerSecond, arrivals);
  }

  private double bringBack() throws InterruptedException {
    int cold = Math.min(goods, resident.cold());
    fill(world.wakings(cold));
    cluster.startNodes(LEAVING);
    double perSecond = cold / drain().timeline().seconds();
    say.accept("%,d brought back: %,.0f/s".formatted(cold, perSecond));
    return perSecond;
  }

  private void fill(long records) {
    Filling.run(cluster.bootstrap(), BoundedRecords.count(records, stream::next), new CheckCounter(cluster.book()));
  }

  private Measured drain() throws InterruptedException {
    return DrainWatch.run(cluster, resident.patience());
  }

  /** When it no longer shrinks. */
  private double heapWithoutGoods() throws InterruptedException, IOException {
    double before;
    double now = liveHeap();
    do {
      TimeUnit.SECONDS.sleep(SHRINKING_SECONDS);
      before = now;
      now = liveHeap();
    } while (now < SHRUNK * before);
    return now;
  }

  private double liveHeap() throws InterruptedException, IOException {
    LocalNode node = cluster.nodes().get(0);
    collect(node);
    return Scrape.of(List.of(node)).heapBytes();
  }

  private static void collect(LocalNode node) throws InterruptedException, IOException {
    String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
    Process process =
        new ProcessBuilder(jcmd, Long.toString(node.process().pid()), "GC.run")
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    if (!process.waitFor(1, TimeUnit.MINUTES) || process.exitValue() != 0) {
      throw new IOException("%s %d GC.run did not work: is this a JDK?".formatted(jcmd, node.process().pid()));
    }
  }
}
