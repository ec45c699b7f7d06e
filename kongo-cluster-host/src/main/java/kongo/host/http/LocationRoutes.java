package kongo.host.http;

import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import kongo.location.LocationReport;
import org.apache.pekko.http.javadsl.model.HttpResponse;
import org.apache.pekko.http.javadsl.server.AllDirectives;
import org.apache.pekko.http.javadsl.server.PathMatchers;
import org.apache.pekko.http.javadsl.server.Route;

/** {@code /locations/{id}}: what is aboard, the latest readings, and what is wrong. */
final class LocationRoutes extends AllDirectives {

  private final Supplier<Reports> reports;

  LocationRoutes(Supplier<Reports> reports) {
    this.reports = reports;
  }

  Route routes() {
    return path(
        PathMatchers.segment("locations").slash(PathMatchers.segment()),
        id -> get(() -> Entity.answer(this, id, this::location)));
  }

  private CompletionStage<HttpResponse> location(String id) {
    return reports
        .get()
        .location(id)
        .thenApply(location -> location.filter(LocationRoutes::isKnown).map(LocationView::of).map(Answers::ok).orElseGet(() -> unknown(id)));
  }

  private static boolean isKnown(LocationReport location) {
    return location.version() > 0;
  }

  private static HttpResponse unknown(String id) {
    return Answers.notFound("No Location " + id + " is known.");
  }
}
