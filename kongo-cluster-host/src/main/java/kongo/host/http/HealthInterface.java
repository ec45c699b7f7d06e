package kongo.host.http;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import kongo.host.Readiness;
import kongo.host.settings.HttpSettings;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.http.javadsl.server.AllDirectives;

/** Health and metrics, on a port of their own: what happens at the other one does no harm to probes. */
public final class HealthInterface extends AllDirectives {

  private static final Duration LONGEST_ANSWER = Duration.ofSeconds(5);

  private final HttpPort port;

  public HealthInterface(Readiness readiness, PrometheusMeterRegistry registry) {
    this.port =
        new HttpPort(
            concat(new HealthRoutes(readiness).routes(), new MetricsRoutes(registry).routes()),
            "There is /alive, /ready and /metrics; the port of kongo.http.port has the rest.");
  }

  public CompletionStage<InetSocketAddress> bind(ActorSystem<?> system, HttpSettings settings) {
    return port.bind(system, settings.host(), settings.healthPort(), LONGEST_ANSWER);
  }
}
