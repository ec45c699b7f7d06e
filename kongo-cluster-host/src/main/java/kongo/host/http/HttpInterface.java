package kongo.host.http;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicReference;
import kongo.host.Readiness;
import kongo.host.settings.HttpSettings;
import kongo.host.violations.OpenViolations;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.http.javadsl.Http;
import org.apache.pekko.http.javadsl.ServerBinding;
import org.apache.pekko.http.javadsl.model.StatusCodes;
import org.apache.pekko.http.javadsl.server.AllDirectives;
import org.apache.pekko.http.javadsl.server.ExceptionHandler;
import org.apache.pekko.http.javadsl.server.RejectionHandler;
import org.apache.pekko.http.javadsl.server.MethodRejection;
import org.apache.pekko.http.javadsl.server.Route;

/** The HTTP interface of a node; each resource has its own routes. */
public final class HttpInterface extends AllDirectives {

  private static final Duration LAST_REQUESTS = Duration.ofSeconds(2);

  private final AtomicReference<Reports> reports = new AtomicReference<>(Reports.NOT_YET);
  private final Route routes;

  public HttpInterface(Readiness readiness, PrometheusMeterRegistry registry, OpenViolations violations) {
    this.routes =
        handleExceptions(
            failures(),
            () ->
                handleRejections(
                    rejections(),
                    () ->
                        concat(
                            new HealthRoutes(readiness).routes(),
                            new MetricsRoutes(registry).routes(),
                            new GoodsRoutes(reports::get).routes(),
                            new LocationRoutes(reports::get).routes(),
                            new ViolationRoutes(violations).routes())));
  }

  /** Listens; the entities can be asked after {@link #answerWith}. */
  public CompletionStage<InetSocketAddress> bind(ActorSystem<?> system, HttpSettings settings) {
    return Http.get(system)
        .newServerAt(settings.host(), settings.port())
        .bind(routes)
        .thenApply(binding -> binding.addToCoordinatedShutdown(LAST_REQUESTS, system))
        .thenApply(ServerBinding::localAddress);
  }

  public void answerWith(Reports entities) {
    reports.set(entities);
  }

  private RejectionHandler rejections() {
    return RejectionHandler.newBuilder()
        .handle(
            MethodRejection.class,
            rejection -> complete(Answers.problem(StatusCodes.METHOD_NOT_ALLOWED, "Only GET is allowed here.")))
        .handleNotFound(
            complete(
                Answers.notFound(
                    "There is /alive, /ready, /metrics, /goods/{id}, /locations/{id} and /violations?open=true.")))
        .build();
  }

  private ExceptionHandler failures() {
    return ExceptionHandler.newBuilder()
        .matchAny(failure -> complete(Answers.problem(StatusCodes.INTERNAL_SERVER_ERROR, "This should not happen: " + failure)))
        .build();
  }
}
