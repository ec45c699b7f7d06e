package kongo.host.http;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import kongo.actors.ReportTooLong;
import kongo.goods.GoodsReport;
import kongo.registry.GoodsProfile;
import org.apache.pekko.http.javadsl.model.HttpResponse;
import org.apache.pekko.http.javadsl.server.AllDirectives;
import org.apache.pekko.http.javadsl.server.PathMatchers;
import org.apache.pekko.http.javadsl.server.Route;

/** {@code /goods/{id}}: where a Goods is and was, the latest readings there, and what is wrong. */
final class GoodsRoutes extends AllDirectives {

  private final Supplier<Reports> reports;

  GoodsRoutes(Supplier<Reports> reports) {
    this.reports = reports;
  }

  Route routes() {
    return path(PathMatchers.segment("goods").slash(PathMatchers.segment()), id -> get(() -> Entity.answer(this, id, this::goods)));
  }

  private CompletionStage<HttpResponse> goods(String id) {
    return reports.get().goods(id).thenCompose(goods -> goods.filter(GoodsRoutes::isKnown).map(this::known).orElseGet(() -> unknown(id)));
  }

  private static boolean isKnown(GoodsReport goods) {
    return goods.version() > 0 && !(goods.stays().isEmpty() && goods.profile().equals(GoodsProfile.NONE));
  }

  private static CompletionStage<HttpResponse> unknown(String id) {
    return CompletableFuture.completedFuture(Answers.notFound("No Goods " + id + " is known."));
  }

  private CompletionStage<HttpResponse> known(GoodsReport goods) {
    return GoodsView.current(goods)
        .map(stay -> there(stay.location()))
        .orElseGet(() -> CompletableFuture.completedFuture(GoodsView.There.NOWHERE))
        .thenApply(there -> Answers.ok(GoodsView.of(goods, there)));
  }

  /** A Goods is not hidden by what else is where it is. */
  private CompletionStage<GoodsView.There> there(String location) {
    return reports.get().location(location).thenApply(GoodsView.There::known).exceptionallyCompose(GoodsRoutes::unlessTooLong);
  }

  private static CompletionStage<GoodsView.There> unlessTooLong(Throwable failure) {
    boolean tooLong = failure instanceof ReportTooLong || failure.getCause() instanceof ReportTooLong;
    return tooLong ? CompletableFuture.completedFuture(GoodsView.There.TOO_MUCH) : CompletableFuture.failedFuture(failure);
  }
}
