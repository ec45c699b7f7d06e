package kongo.host.http;

import java.util.Optional;
import java.util.concurrent.CompletionStage;
import kongo.goods.GoodsReport;
import kongo.location.LocationReport;
import kongo.report.Cursor;

/** Asks the entities, wherever they live; empty for one that does not exist, and then none is started. */
public interface Reports {

  /** @param after where the page before ended */
  CompletionStage<Optional<GoodsReport>> goods(String id, Cursor after);

  /** @param after where the page before ended */
  CompletionStage<Optional<LocationReport>> location(String id, Cursor after);

  /** What of a Location concerns one Goods. */
  CompletionStage<Optional<LocationReport>> locationOf(String goods, String location);

  /** Before the entities have started: fails every request. */
  Reports NOT_YET =
      new Reports() {
        @Override
        public CompletionStage<Optional<GoodsReport>> goods(String id, Cursor after) {
          return notYet();
        }

        @Override
        public CompletionStage<Optional<LocationReport>> location(String id, Cursor after) {
          return notYet();
        }

        @Override
        public CompletionStage<Optional<LocationReport>> locationOf(String goods, String location) {
          return notYet();
        }

        private <T> CompletionStage<T> notYet() {
          return java.util.concurrent.CompletableFuture.failedFuture(
              new IllegalStateException("This node is still starting; /ready says what it waits for."));
        }
      };
}
