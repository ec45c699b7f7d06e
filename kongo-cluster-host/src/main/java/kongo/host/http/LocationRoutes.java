package kongo.host.http;

import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import kongo.entity.ReportPages;
import kongo.location.LocationReport;
import kongo.report.Cursor;
import org.apache.pekko.http.javadsl.model.HttpResponse;
import org.apache.pekko.http.javadsl.server.AllDirectives;
import org.apache.pekko.http.javadsl.server.PathMatchers;
import org.apache.pekko.http.javadsl.server.Route;

/** {@code /locations/{id}?after=}: what is aboard, the latest readings, and what is wrong. */
final class LocationRoutes extends AllDirectives {

  private final Supplier<Reports> reports;

  LocationRoutes(Supplier<Reports> reports) {
    this.reports = reports;
  }

  Route routes() {
    return path(
        PathMatchers.segment("locations").slash(PathMatchers.segment()),
        id -> get(() -> Entity.answer(this, id, ReportPages.OF_LOCATION, after -> location(id, after))));
  }

  private CompletionStage<HttpResponse> location(String id, Cursor after) {
    return reports
        .get()
        .location(id, after)
        .thenApply(location -> location.filter(LocationRoutes::isKnown).map(LocationView::of).map(Answers::ok).orElseGet(() -> unknown(id)));
  }

  private static boolean isKnown(LocationReport location) {
    return location.version() > 0;
  }

  private static HttpResponse unknown(String id) {
    return Answers.notFound("No Location " + id + " is known.");
  }
}
