package kongo.host.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.classic.util.ContextInitializer;
import ch.qos.logback.core.read.ListAppender;
import ch.qos.logback.core.spi.FilterReply;
import com.typesafe.config.ConfigFactory;
import java.net.Socket;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import kongo.host.settings.NodeConfig;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.cluster.MemberStatus;
import org.apache.pekko.cluster.typed.Cluster;
import org.apache.pekko.cluster.typed.Join;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import org.slf4j.Marker;

@Timeout(360)
class JunkAtClusterPortIT {

  /** What Artery begins a connection with, and a frame that ends before it begins. */
  private static final byte[] JUNK = HexFormat.of().parseHex("414b4b4101fcffffff");

  private static final String TELLS_FOR_EVER = "org.apache.pekko.remote.artery.Decoder";

  private final LoggerContext logging = (LoggerContext) LoggerFactory.getILoggerFactory();
  private final ListAppender<ILoggingEvent> written = new ListAppender<>();
  private final CountDownLatch told = new CountDownLatch(1_000);

  /** The log as a node has it, but into memory. */
  @BeforeEach
  void logAsANodeDoes() throws Exception {
    configure("/logback.xml");
    logging.getLogger(Logger.ROOT_LOGGER_NAME).addAppender(written);
    written.start();
    logging.addTurboFilter(new TurboFilter() {
      @Override
      public FilterReply decide(Marker marker, Logger logger, Level level, String format, Object[] params, Throwable t) {
        if (logger.getName().equals(TELLS_FOR_EVER)) {
          told.countDown();
        }
        return FilterReply.NEUTRAL;
      }
    });
  }

  @AfterEach
  void logAsTestsDo() throws Exception {
    logging.reset();
    new ContextInitializer(logging).autoConfig();
  }

  private void configure(String file) throws Exception {
    logging.reset();
    var configurator = new JoranConfigurator();
    configurator.setContext(logging);
    configurator.doConfigure(NodeConfig.class.getResource(file));
  }

  @Test
  void fillsNoLog() throws Exception {
    ActorSystem<Void> system = system("");
    try (var socket = new Socket("127.0.0.1", port(system))) {
      socket.getOutputStream().write(JUNK);
      told.await();
    } finally {
      end(system);
    }

    assertThat(written.list).filteredOn(line -> line.getLoggerName().contains("artery")).hasSizeLessThan(10);
  }

  @Test
  void isTurnedAwayWhereBothSidesShowCertificates(@TempDir Path folder) throws Exception {
    String certificates = certificates(folder.resolve("node.p12"));
    ActorSystem<Void> first = system(certificates);
    ActorSystem<Void> second = system(certificates);
    try (var socket = new Socket("127.0.0.1", port(first))) {
      socket.getOutputStream().write(JUNK);
      assertThat(socket.getInputStream().readAllBytes()).hasSizeLessThan(10);
      join(first, second);
    } finally {
      end(second);
      end(first);
    }

    assertThat(told.getCount()).isGreaterThan(900);
  }

  /** As in docs/security.md. */
  private static String certificates(Path file) throws Exception {
    String keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
    var made =
        new ProcessBuilder(
                keytool, "-genkeypair", "-keyalg", "EC", "-alias", "node", "-dname", "CN=kongo", "-validity", "2",
                "-storetype", "PKCS12", "-keystore", file.toString(), "-storepass", "secret")
            .inheritIO()
            .start();
    assertThat(made.waitFor()).isZero();
    return """
        pekko.remote.artery {
          transport = tls-tcp
          ssl.config-ssl-engine {
            key-store = "%1$s", key-store-password = secret, key-password = secret
            trust-store = "%1$s", trust-store-password = secret
          }
        }
        """
        .formatted(file);
  }

  private static ActorSystem<Void> system(String more) {
    String alone = "kongo.cluster.port = 0\npekko { coordinated-shutdown.exit-jvm = off, cluster.downing-provider-class = \"\" }\n";
    return ActorSystem.create(Behaviors.empty(), "kongo", NodeConfig.load(ConfigFactory.parseString(alone + more)).config());
  }

  private static int port(ActorSystem<?> system) {
    return Cluster.get(system).selfMember().address().getPort().orElseThrow();
  }

  private static void join(ActorSystem<?> first, ActorSystem<?> second) {
    var address = Cluster.get(first).selfMember().address();
    Cluster.get(first).manager().tell(Join.create(address));
    Cluster.get(second).manager().tell(Join.create(address));
    while (Cluster.get(second).selfMember().status() != MemberStatus.up()) {
      Thread.onSpinWait();
    }
  }

  private static void end(ActorSystem<?> system) {
    system.terminate();
    system.getWhenTerminated().toCompletableFuture().orTimeout(2, TimeUnit.MINUTES).join();
  }
}
