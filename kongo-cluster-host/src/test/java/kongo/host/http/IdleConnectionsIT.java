package kongo.host.http;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.typesafe.config.ConfigFactory;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import kongo.host.Readiness;
import kongo.host.metrics.NodeMetrics;
import kongo.host.settings.HttpSettings;
import kongo.host.settings.NodeConfig;
import kongo.host.violations.OpenViolations;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.slf4j.LoggerFactory;

@Timeout(360)
class IdleConnectionsIT {

  /** More than a port serves at once, and fewer than it serves and lets wait. */
  private static final int MANY = 1_100;

  private final OpenViolations violations = new OpenViolations(10);
  private final NodeMetrics metrics = new NodeMetrics(violations);
  private final HttpInterface http = new HttpInterface(violations);
  private final HealthInterface health = new HealthInterface(new Readiness(), metrics.registry());
  private final List<Socket> sockets = new ArrayList<>();
  private final ListAppender<ILoggingEvent> log = new ListAppender<>();
  private ActorSystem<Void> system;
  private int port;
  private int healthPort;

  @BeforeEach
  void listen() {
    var local = ConfigFactory.parseString("pekko { actor.provider = local, coordinated-shutdown.exit-jvm = off }");
    system = ActorSystem.create(Behaviors.empty(), "http", local.withFallback(NodeConfig.load(ConfigFactory.empty()).config()));
    var settings = new HttpSettings("127.0.0.1", 0, 0, Duration.ofMillis(100), 10);
    port = http.bind(system, settings).toCompletableFuture().join().getPort();
    healthPort = health.bind(system, settings).toCompletableFuture().join().getPort();
    root().addAppender(log);
    log.start();
  }

  @AfterEach
  void end() throws Exception {
    root().detachAppender(log);
    for (Socket socket : sockets) {
      socket.close();
    }
    system.terminate();
    system.getWhenTerminated().toCompletableFuture().join();
    metrics.close();
  }

  @Test
  void leaveProbesAloneAndEnd() throws Exception {
    for (int i = 0; i < MANY; i++) {
      sockets.add(new Socket(InetAddress.getLoopbackAddress(), port));
    }

    assertThat(answer(healthPort, "GET /alive HTTP/1.1\r\nHost: a\r\n\r\n")).startsWith("HTTP/1.1 200");
    assertThat(answer(port, "GET /violations?open=true HTTP/1.1\r\nHost: a\r\n\r\n")).startsWith("HTTP/1.1 200");
    assertThat(isClosed(sockets.get(0))).isTrue();
  }

  @Test
  void whatIsNoHttpIsAnsweredAndNotLogged() throws Exception {
    var requests =
        List.of(
            "junk\r\n\r\n",
            "GET /goods/%zz HTTP/1.1\r\nHost: a\r\n\r\n",
            "GET / HTTP/1.1\r\nHost: a\r\nb c: d\r\n\r\n",
            "GET / HTTP/1.1\r\nHost: a\r\nAccept: (\r\n\r\n");
    for (String junk : requests) {
      assertThat(answer(port, junk)).doesNotContain("200");
    }
    assertThat(answer(port, "GET /violations?open=true HTTP/1.1\r\nHost: a\r\n\r\n")).startsWith("HTTP/1.1 200");

    // Nodes of other tests in this JVM may still look for their Cassandra.
    assertThat(log.list)
        .filteredOn(line -> line.getLevel().isGreaterOrEqual(Level.WARN) && !line.getLoggerName().startsWith("com.datastax"))
        .isEmpty();
  }

  private static Logger root() {
    return (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
  }

  private static String answer(int port, String request) throws Exception {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      byte[] begin = socket.getInputStream().readNBytes(12);
      return new String(begin, StandardCharsets.US_ASCII);
    } catch (SocketException reset) {
      return "reset";
    }
  }

  private static boolean isClosed(Socket socket) throws Exception {
    try {
      return socket.getInputStream().read() < 0;
    } catch (SocketException reset) {
      return true;
    }
  }
}
