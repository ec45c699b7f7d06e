package kongo.bench;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import kongo.local.CacheUse;
import kongo.local.LocalNode;
import kongo.local.LocalNodes;
import kongo.local.LocalSettings;
import kongo.local.LocalStores;
import kongo.local.NodeHome;
import kongo.local.NodeJvm;
import kongo.protocol.Topics;
import kongo.rules.RuleBook;
import org.apache.kafka.clients.admin.Admin;

/** Stores that begin empty, and the nodes that are measured on them. */
final class BenchCluster implements AutoCloseable {

  /** As everywhere else. */
  static final int PARTITIONS = LocalStores.PARTITIONS;

  private final ClusterSettings settings;
  private final LocalStores stores;
  private LocalNodes nodes;

  private BenchCluster(ClusterSettings settings, LocalStores stores) {
    this.settings = settings;
    this.stores = stores;
  }

  /** Stores with topics, without nodes. */
  static BenchCluster start(ClusterSettings settings) throws InterruptedException {
    return start(settings, CacheUse.USE);
  }

  /** @param cache what the stores' JVMs have to do with what earlier ones left behind */
  static BenchCluster start(ClusterSettings settings, CacheUse cache) throws InterruptedException {
    LocalStores stores = LocalStores.start(LocalSettings.in(settings.data()).withFresh(true).withCache(cache));
    try (Admin admin = Admin.create(Map.<String, Object>of("bootstrap.servers", stores.kafka().bootstrap()))) {
      Topics.DEFAULT.create(admin, PARTITIONS, 1);
      return new BenchCluster(settings, stores);
    } catch (RuntimeException | InterruptedException problem) {
      stores.close();
      throw problem;
    }
  }

  String bootstrap() {
    return stores.kafka().bootstrap();
  }

  /** That of its nodes. */
  RuleBook book() {
    return settings.book();
  }

  LocalStores stores() {
    return stores;
  }

  List<LocalNode> nodes() {
    return nodes.all();
  }

  /** Starts the nodes, and does not wait for them. */
  void startNodes() {
    start(number -> settings.jvm());
  }

  /** The same, recorded if that is wished. */
  void startMeasuredNodes() {
    start(settings::measuredJvm);
  }

  /** The same with more flags. */
  void startNodes(List<String> flags) {
    start(number -> settings.withFlags(flags).jvm());
  }

  /** All of them started so. */
  void startNodes(NodeJvm jvm) {
    start(number -> jvm);
  }

  private void start(IntFunction<NodeJvm> jvms) {
    nodes = new LocalNodes(settings.nodes(), settings.data(), stores, new Told(), number -> NodeHome.LOOPBACK, jvms, settings.program());
    nodes.start();
  }

  void awaitReady() throws InterruptedException {
    nodes.awaitReady();
  }

  void stopNodes() {
    nodes.close();
    nodes = null;
  }

  /** Stops them in order, and gives them more time for it than usual. */
  void endNodes(Duration grace) {
    nodes().forEach(node -> node.end(grace));
    nodes = null;
  }

  /** What each process is called, and its id. */
  Map<String, Long> processes() {
    Map<String, Long> pids = new LinkedHashMap<>();
    nodes().forEach(node -> pids.put(node.name(), node.process().pid()));
    pids.put("kafka", stores.kafka().process().pid());
    pids.put("cassandra", stores.cassandra().process().pid());
    return pids;
  }

  @Override
  public void close() {
    if (nodes != null) {
      nodes.close();
    }
    stores.close();
  }

  /** A node that ends spoils the measurement. */
  private final class Told implements LocalNodes.Listener {

    @Override
    public void ended(LocalNode node, int status, Duration untilRestart) {
      settings.say().accept("%s ended with status %d: the figures are worth nothing".formatted(node.name(), status));
    }
  }
}
