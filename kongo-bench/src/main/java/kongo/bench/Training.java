package kongo.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import kongo.local.CacheUse;
import kongo.local.LocalNode;
import kongo.local.LocalStores;
import kongo.local.NodeJvm;

/**
 * One run of a node that leaves behind what the next ones start faster by: it takes a backlog in, answers what is asked
 * by HTTP, and ends in order.
 */
public final class Training {

  /** Enough for every hot path to be found hot. */
  private static final long EVENTS = 300_000;
  private static final BenchWorld WORLD = BenchWorld.of(BenchWorld.Course.STEADY, 1_000, 100, BenchWorld.STEADY_RFID_SHARE * 10, 1);
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  /** A JVM writes down what it learned after its last step. */
  private static final Duration GRACE = Duration.ofMinutes(3);
  private static final List<String> QUESTIONS = List.of("/goods/goods-1", "/locations/truck-1", "/violations?open=true");

  private Training() {}

  /** The files that the node and its stores left behind; the node's is the first, if it did. */
  public static List<Path> run(ClusterSettings settings) throws InterruptedException {
    NodeJvm jvm = settings.jvm().making();
    LocalStores stores;
    try (BenchCluster cluster = BenchCluster.start(settings, CacheUse.MAKE)) {
      stores = cluster.stores();
      fill(cluster, settings.say());
      settings.say().accept("a node takes them in");
      cluster.startNodes(jvm);
      DrainWatch.run(cluster, PATIENCE);
      ask(cluster.nodes().get(0));
      settings.say().accept("all end, and keep what they learned");
      cluster.endNodes(GRACE);
    }
    LocalStores.wipe(settings.data());
    return Stream.concat(jvm.keepCache().stream(), stores.keepCaches().stream()).toList();
  }

  private static void fill(BenchCluster cluster, Consumer<String> say) {
    say.accept("sending records");
    Parts parts = Parts.everything(WORLD, EVENTS);
    var counter = new CheckCounter(cluster.book());
    Filling.run(cluster.bootstrap(), parts.before(), counter);
    Filling.run(cluster.bootstrap(), parts.measured().get(), counter);
  }

  private static void ask(LocalNode node) throws InterruptedException {
    for (String question : QUESTIONS) {
      try {
        var request = HttpRequest.newBuilder(URI.create("http://" + node.http() + question)).timeout(Duration.ofSeconds(15)).build();
        HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.discarding());
      } catch (IOException e) {
        throw new java.io.UncheckedIOException(e);
      }
    }
  }
}
