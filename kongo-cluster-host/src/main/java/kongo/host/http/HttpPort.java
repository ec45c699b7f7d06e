package kongo.host.http;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.http.javadsl.Http;
import org.apache.pekko.http.javadsl.ServerBinding;
import org.apache.pekko.http.javadsl.model.StatusCodes;
import org.apache.pekko.http.javadsl.server.AllDirectives;
import org.apache.pekko.http.javadsl.server.ExceptionHandler;
import org.apache.pekko.http.javadsl.server.MethodRejection;
import org.apache.pekko.http.javadsl.server.RejectionHandler;
import org.apache.pekko.http.javadsl.server.Route;
import org.apache.pekko.http.javadsl.settings.ServerSettings;
import scala.concurrent.duration.FiniteDuration;

/** A port that answers some routes, and everything else with one sentence. */
final class HttpPort extends AllDirectives {

  private static final Duration LAST_REQUESTS = Duration.ofSeconds(2);
  private static final Duration MARGIN = Duration.ofSeconds(5);

  private final Route routes;

  /** @param nothingElse what there is, for those who ask for something else */
  HttpPort(Route answers, String nothingElse) {
    this.routes = handleExceptions(failures(), () -> handleRejections(rejections(nothingElse), () -> answers));
  }

  /**
   * Listens until the end of the system.
   *
   * @param longest time of an answer; a connection on which nothing happens for somewhat longer is closed
   */
  CompletionStage<InetSocketAddress> bind(ActorSystem<?> system, String host, int port, Duration longest) {
    return Http.get(system)
        .newServerAt(host, port)
        .withSettings(settings(system, longest))
        .bind(routes)
        .thenApply(binding -> binding.addToCoordinatedShutdown(LAST_REQUESTS, system))
        .thenApply(ServerBinding::localAddress);
  }

  private static ServerSettings settings(ActorSystem<?> system, Duration longest) {
    ServerSettings defaults = ServerSettings.create(system.classicSystem());
    return defaults.withTimeouts(
        defaults.getTimeouts().withRequestTimeout(scala(longest)).withIdleTimeout(scala(longest.plus(MARGIN))));
  }

  private static FiniteDuration scala(Duration duration) {
    return FiniteDuration.fromNanos(duration.toNanos());
  }

  private RejectionHandler rejections(String nothingElse) {
    return RejectionHandler.newBuilder()
        .handle(
            MethodRejection.class,
            rejection -> complete(Answers.problem(StatusCodes.METHOD_NOT_ALLOWED, "Only GET is allowed here.")))
        .handleNotFound(complete(Answers.notFound(nothingElse)))
        .build();
  }

  private ExceptionHandler failures() {
    return ExceptionHandler.newBuilder()
        .matchAny(failure -> complete(Answers.problem(StatusCodes.INTERNAL_SERVER_ERROR, "This should not happen: " + failure)))
        .build();
  }
}
