package kongo.host;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import com.datastax.oss.driver.api.core.CqlSession;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import kongo.host.settings.NodeConfig;
import kongo.host.store.CassandraConnection;
import kongo.host.store.KeyspaceClaims;
import kongo.host.store.SchemaCreation;
import kongo.local.SharedStores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.slf4j.LoggerFactory;

@Timeout(540)
class CassandraOutageIT {

  @Test
  void isWaitedForAtEachStepOfAStart() throws Exception {
    try (var port = new LatePort(SharedStores.get().cassandra().contactPoint())) {
      NodeConfig config = NodeConfigs.at(port.address(), "127.0.0.1:1", "");
      port.open();
      CqlSession session = CassandraConnection.await(config.config(), config.settings().cassandra());
      var claims = new KeyspaceClaims(session, config.settings().cassandra().keyspace());

      outlasts(port, () -> new SchemaCreation(session, config.settings().cassandra()).ensure());
      outlasts(port, () -> claims.claimRuleBook("a".repeat(64)));

      claims.claimRuleBook("a".repeat(64));
      session.execute("DROP KEYSPACE " + config.settings().cassandra().keyspace());
      session.close();
    }
  }

  /** The step begins while Cassandra is away, and ends after it is back. */
  private static void outlasts(LatePort port, Runnable step) throws Exception {
    var waits = new CountDownLatch(1);
    var log = (Logger) LoggerFactory.getLogger("kongo.host.store.CassandraOutage");
    var told = new AppenderBase<ILoggingEvent>() {
      @Override
      protected void append(ILoggingEvent event) {
        waits.countDown();
      }
    };
    told.start();
    log.addAppender(told);
    port.close();
    var doing = CompletableFuture.runAsync(step);
    waits.await();
    assertThat(doing).isNotDone();
    port.open();
    doing.get(90, TimeUnit.SECONDS);
    log.detachAppender(told);
  }
}
