package kongo.replay;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.DriverException;
import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigValueFactory;
import java.util.Arrays;
import org.apache.pekko.stream.connectors.cassandra.DriverConfigLoaderFromConfig;

/** Opens sessions that read patiently and leave the engine its share of Cassandra. */
final class JournalConnection {

  private static final String DRIVER = "datastax-java-driver";
  private static final String OWN =
      """
      basic.request { timeout = 20 s, consistency = LOCAL_QUORUM, page-size = 200 }
      advanced {
        connection { init-query-timeout = 5 s, connect-timeout = 5 s }
        throttler { class = ConcurrencyLimitingRequestThrottler, max-concurrent-requests = 16, max-queue-size = 1000 }
      }
      """;

  private JournalConnection() {}

  /** @throws JournalUnreachable if no Cassandra answers there, or it refuses */
  static CqlSession open(JournalSettings settings) {
    try {
      return CqlSession.builder().withConfigLoader(DriverConfigLoaderFromConfig.fromConfig(config(settings))).build();
    } catch (DriverException problem) {
      String reason = problem.getMessage().lines().findFirst().orElse("");
      throw new JournalUnreachable("Cassandra at %s: %s".formatted(settings.contactPoints(), reason), problem);
    }
  }

  private static Config config(JournalSettings settings) {
    Config given =
        settings.driver()
            .map(file -> ConfigFactory.parseFile(file.toFile()).resolve())
            .filter(config -> config.hasPath(DRIVER))
            .map(config -> config.getConfig(DRIVER))
            .orElse(ConfigFactory.empty());
    return ConfigFactory.empty()
        .withValue(
            "basic.contact-points", ConfigValueFactory.fromIterable(Arrays.asList(settings.contactPoints().split(","))))
        .withValue("basic.load-balancing-policy.local-datacenter", ConfigValueFactory.fromAnyRef(settings.datacenter()))
        .withFallback(given)
        .withFallback(ConfigFactory.parseString(OWN))
        // not the application.conf of a node that may be on the class path
        .withFallback(ConfigFactory.defaultReference().getConfig(DRIVER));
  }
}
