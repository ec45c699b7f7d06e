package kongo.host;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.util.UUID;
import kongo.host.settings.NodeConfig;
import kongo.local.LocalStores;
import kongo.local.SharedStores;

/** Configurations of nodes at the shared stores, each with a keyspace and topics of its own. */
public final class NodeConfigs {

  private NodeConfigs() {}

  public static NodeConfig atSharedStores(String more) {
    LocalStores stores = SharedStores.get();
    return at(stores.cassandra().contactPoint(), stores.kafka().bootstrap(), more);
  }

  /** The same node, but for these settings. */
  public static NodeConfig with(NodeConfig node, String more) {
    Config same = node.config().withoutPath("kongo.actors").withoutPath("kongo.ingest").withoutPath("kongo.kafka.sensors-consumer");
    return NodeConfig.load(ConfigFactory.parseString(more).withFallback(same));
  }

  public static NodeConfig at(String cassandra, String kafka, String more) {
    String own = "t" + UUID.randomUUID().toString().replace("-", "").substring(0, 12);
    String settings =
        """
        kongo.cassandra { contact-points = "%s", keyspace = %s }
        kongo.kafka { bootstrap-servers = "%s", group = %s, partitions = 2 }
        kongo.kafka.topics { registry = %s.registry, sensors = %s.sensors, rfid = %s.rfid, rules = %s.rules, violations = %s.violations, stays = %s.stays, dead-letters = %s.dead-letters }
        kongo.cluster { port = 0, form-after = 0s }
        kongo.http { port = 0, health-port = 0 }
        pekko.coordinated-shutdown { exit-jvm = off, run-by-jvm-shutdown-hook = off }
        pekko.jvm-exit-on-fatal-error = off
        """
            .formatted(cassandra, own, kafka, own, own, own, own, own, own, own, own);
    return NodeConfig.load(ConfigFactory.parseString(more).withFallback(ConfigFactory.parseString(settings)));
  }
}
