package kongo.host.http;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import kongo.entity.ReportPages;
import kongo.goods.GoodsReport;
import kongo.goods.Stay;
import kongo.location.LocationReport;
import kongo.registry.GoodsProfile;
import kongo.report.Cursor;
import org.apache.pekko.http.javadsl.model.HttpResponse;
import org.apache.pekko.http.javadsl.server.AllDirectives;
import org.apache.pekko.http.javadsl.server.PathMatchers;
import org.apache.pekko.http.javadsl.server.Route;

/** {@code /goods/{id}?after=}: where a Goods is and was, the latest readings there, and what is wrong. */
final class GoodsRoutes extends AllDirectives {

  private final Supplier<Reports> reports;

  GoodsRoutes(Supplier<Reports> reports) {
    this.reports = reports;
  }

  Route routes() {
    return path(
        PathMatchers.segment("goods").slash(PathMatchers.segment()),
        id -> get(() -> Entity.answer(this, id, ReportPages.OF_GOODS, after -> goods(id, after))));
  }

  private CompletionStage<HttpResponse> goods(String id, Cursor after) {
    return reports.get().goods(id, after).thenCompose(goods -> goods.filter(GoodsRoutes::isKnown).map(this::known).orElseGet(() -> unknown(id)));
  }

  private static boolean isKnown(GoodsReport goods) {
    return goods.version() > 0 && !(goods.current().isEmpty() && goods.stays().isEmpty() && goods.violations().isEmpty() && goods.profile().equals(GoodsProfile.NONE));
  }

  private static CompletionStage<HttpResponse> unknown(String id) {
    return CompletableFuture.completedFuture(Answers.notFound("No Goods " + id + " is known."));
  }

  private CompletionStage<HttpResponse> known(GoodsReport goods) {
    Optional<String> place = goods.current().map(Stay::location).filter(location -> !location.equals(goods.id()));
    return at(goods, place).thenCombine(
        at(goods, Optional.of(goods.id())), (there, atItself) -> Answers.ok(GoodsView.of(goods, there, atItself)));
  }

  private CompletionStage<Optional<LocationReport>> at(GoodsReport goods, Optional<String> place) {
    return place
        .map(location -> reports.get().locationOf(goods.id(), location))
        .orElseGet(() -> CompletableFuture.completedFuture(Optional.empty()));
  }
}
