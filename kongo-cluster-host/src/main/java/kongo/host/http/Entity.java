package kongo.host.http;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import kongo.actors.ReportTooLong;
import kongo.protocol.Identifiers;
import kongo.report.Cursor;
import org.apache.pekko.http.javadsl.model.HttpResponse;
import org.apache.pekko.http.javadsl.model.StatusCodes;
import org.apache.pekko.http.javadsl.server.AllDirectives;
import org.apache.pekko.http.javadsl.server.Route;

/**
 * How every request about one entity is answered: 400 for what is no id or no page, 503 when the entity does not answer, 500 when its
 * answer is too long to be ever sent.
 */
final class Entity {

  private Entity() {}

  /**
   * @param lists which a page may end in
   * @param ask for a page of the entity
   */
  static Route answer(AllDirectives directives, String id, Set<String> lists, Function<Cursor, CompletionStage<HttpResponse>> ask) {
    if (!Identifiers.isValid(id)) {
      return directives.complete(
          Answers.badRequest("An id has " + Identifiers.WORDS + "; in an address they are percent-encoded."));
    }
    return directives.parameterOptional("after", after -> {
      return pageAfter(after, lists)
          .<Route>map(from -> directives.completeWithFuture(ask.apply(from).exceptionally(failure -> unanswered(id, failure))))
          .orElseGet(() -> directives.complete(Answers.badRequest("after has to be what the page before called next.")));
    });
  }

  /** Nothing for what no page of these lists has called next. */
  private static Optional<Cursor> pageAfter(Optional<String> after, Set<String> lists) {
    return after.isEmpty() ? Optional.of(Cursor.START) : after.flatMap(Cursor::parse).filter(cursor -> lists.contains(cursor.list()));
  }

  private static HttpResponse unanswered(String id, Throwable failure) {
    Throwable cause = failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
    if (cause instanceof ReportTooLong) {
      return Answers.problem(StatusCodes.INTERNAL_SERVER_ERROR, cause.getMessage());
    }
    return Answers.unavailable(
        cause instanceof TimeoutException
            ? id + " does not answer in time; its node or Cassandra may be busy or away."
            : id + " cannot answer now: " + cause.getMessage());
  }
}
