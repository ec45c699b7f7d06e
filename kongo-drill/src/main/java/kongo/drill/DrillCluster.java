package kongo.drill;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import kongo.local.ChildProcess;
import kongo.local.LocalNode;
import kongo.local.LocalNodes;
import kongo.local.LocalSettings;
import kongo.local.LocalStores;
import kongo.local.NodeJvm;
import kongo.local.NodeProgram;
import kongo.local.StoreProcess;
import kongo.protocol.Topics;
import org.apache.kafka.clients.admin.Admin;

/** The stores and nodes that a drill is about. */
final class DrillCluster implements AutoCloseable {

  private static final int PARTITIONS = LocalStores.PARTITIONS;
  private static final long POLL_MILLIS = 200;
  private static final List<String> MEASURED = List.of("-Dpekko.remote.artery.advanced.instruments.0=" + LargestMessages.class.getName());

  private final LocalStores stores;
  private final LocalNodes nodes;
  private final Footing footing;

  private DrillCluster(LocalStores stores, LocalNodes nodes, Footing footing) {
    this.stores = stores;
    this.nodes = nodes;
    this.footing = footing;
  }

  /** Starts everything empty, and returns when all nodes are ready. */
  static DrillCluster start(DrillSettings settings, Footing footing) throws InterruptedException {
    LocalStores stores = startStores(settings, footing.ground());
    NodeProgram program = footing.plant().program().with(Map.of("KONGO_RETENTION", footing.retention().toMillis() + " ms"));
    LocalNodes nodes =
        new LocalNodes(
            settings.nodes(), settings.data(), stores, new EndsTold(settings.say()), footing.ground()::home,
            number -> NodeJvm.ofCluster(settings.nodes()).with(MEASURED), program);
    DrillCluster cluster = new DrillCluster(stores, nodes, footing);
    try {
      createTopics(stores);
      nodes.start();
      nodes.awaitReady();
      return cluster;
    } catch (RuntimeException | InterruptedException problem) {
      cluster.close();
      throw problem;
    }
  }

  private static LocalStores startStores(DrillSettings settings, Ground ground) {
    Leftovers.remove();
    LocalStores.wipe(settings.data());
    ground.prepare(settings.data());
    try {
      return LocalStores.start(LocalSettings.in(settings.data()).withHost(ground.storesHost()));
    } catch (RuntimeException problem) {
      ground.close();
      throw problem;
    }
  }

  private static void createTopics(LocalStores stores) throws InterruptedException {
    try (Admin admin = Admin.create(Map.<String, Object>of("bootstrap.servers", stores.kafka().bootstrap()))) {
      Topics.DEFAULT.create(admin, PARTITIONS, 1);
    }
  }

  String bootstrap() {
    return stores.kafka().bootstrap();
  }

  StoreProcess kafka() {
    return stores.kafka().process();
  }

  StoreProcess cassandra() {
    return stores.cassandra().process();
  }

  LocalStores stores() {
    return stores;
  }

  Footing footing() {
    return footing;
  }

  LocalNodes nodes() {
    return nodes;
  }

  /** The nodes that are not ready in time: none if all is well. */
  List<String> awaitReady(Duration longest) throws InterruptedException {
    Instant deadline = Instant.now().plus(longest);
    List<LocalNode> missing = new ArrayList<>(nodes.all());
    while (true) {
      missing.removeIf(LocalNode::ready);
      if (missing.isEmpty() || Instant.now().isAfter(deadline)) {
        return missing.stream().map(LocalNode::name).toList();
      }
      TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
    }
  }

  @Override
  public void close() {
    // A process that is held still does not hear that it has to end.
    nodes.all().stream().filter(LocalNode::started).map(LocalNode::process).filter(ChildProcess::alive).forEach(ChildProcess::resume);
    Stream.of(kafka(), cassandra()).filter(StoreProcess::alive).forEach(StoreProcess::resume);
    nodes.close();
    stores.close();
    footing.ground().close();
  }
}
