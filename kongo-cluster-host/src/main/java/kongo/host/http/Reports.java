package kongo.host.http;

import java.util.Optional;
import java.util.concurrent.CompletionStage;
import kongo.goods.GoodsReport;
import kongo.location.LocationReport;

/** Asks the entities, wherever they live; empty for one that does not exist, and then none is started. */
public interface Reports {

  CompletionStage<Optional<GoodsReport>> goods(String id);

  CompletionStage<Optional<LocationReport>> location(String id);

  /** Before the entities have started: fails every request. */
  Reports NOT_YET =
      new Reports() {
        @Override
        public CompletionStage<Optional<GoodsReport>> goods(String id) {
          return notYet();
        }

        @Override
        public CompletionStage<Optional<LocationReport>> location(String id) {
          return notYet();
        }

        private <T> CompletionStage<T> notYet() {
          return java.util.concurrent.CompletableFuture.failedFuture(
              new IllegalStateException("This node is still starting; /ready says what it waits for."));
        }
      };
}
