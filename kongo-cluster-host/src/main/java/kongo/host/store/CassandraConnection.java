package kongo.host.store;

import com.datastax.oss.driver.api.core.CqlSession;
import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import kongo.host.ExitStatus;
import kongo.host.StartFailure;
import kongo.host.settings.CassandraSettings;
import org.apache.pekko.stream.connectors.cassandra.DriverConfigLoaderFromConfig;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens the node's own session, apart from the journal's, as soon as Cassandra answers. */
public final class CassandraConnection {

  private static final Logger LOG = LoggerFactory.getLogger(CassandraConnection.class);
  private static final long TELL_EVERY_SECONDS = 3;

  /**
   * In version 5 a lightweight transaction that times out under load can be answered with an error that the driver
   * cannot read; it then drops the connection with everything under way on it. The schema is not looked at: with it each
   * table that is created costs a second in which the driver waits for more changes.
   */
  private static final Config OWN =
      ConfigFactory.parseString("advanced { protocol.version = V4, metadata.schema.enabled = false }");

  private CassandraConnection() {}

  /** Waits for as long as it takes and says what it waits for. */
  public static CqlSession await(Config config, CassandraSettings settings) {
    return CassandraOutage.outlast(() -> await(open(config), settings));
  }

  private static CompletableFuture<CqlSession> open(Config config) {
    Config driver = OWN.withFallback(config.getConfig("datastax-java-driver"));
    return CqlSession.builder()
        .withConfigLoader(DriverConfigLoaderFromConfig.fromConfig(driver))
        .buildAsync()
        .toCompletableFuture();
  }

  private static CqlSession await(CompletableFuture<CqlSession> session, CassandraSettings settings) {
    while (true) {
      try {
        return session.get(TELL_EVERY_SECONDS, TimeUnit.SECONDS);
      } catch (TimeoutException e) {
        LOG.info("Waiting for Cassandra at {}", settings.contactPointsText());
      } catch (InterruptedException e) {
        session.thenAccept(CqlSession::close);
        throw new StartFailure(ExitStatus.START_FAILED, "The start was interrupted.", e);
      } catch (ExecutionException e) {
        if (CassandraOutage.isOne(e.getCause())) {
          throw new CompletionException(e.getCause());
        }
        throw new StartFailure(
            ExitStatus.START_FAILED,
            "Cassandra at %s refuses this node: %s".formatted(settings.contactPointsText(), e.getCause().getMessage()),
            e);
      }
    }
  }
}
