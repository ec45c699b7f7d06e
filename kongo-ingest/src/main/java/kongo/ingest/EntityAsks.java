package kongo.ingest;

import java.time.Duration;
import java.util.concurrent.CompletionStage;
import kongo.actors.Answer;
import kongo.actors.Entities;
import kongo.goods.GoodsCommand;
import kongo.location.LocationCommand;

/** How entities are asked; what is not answered in time fails. */
interface EntityAsks {

  CompletionStage<Answer> ask(String goods, GoodsCommand command);

  CompletionStage<Answer> ask(String location, LocationCommand command);

  static EntityAsks of(Entities entities, Duration timeout) {
    return new EntityAsks() {
      @Override
      public CompletionStage<Answer> ask(String goods, GoodsCommand command) {
        return entities.ask(goods, command, timeout);
      }

      @Override
      public CompletionStage<Answer> ask(String location, LocationCommand command) {
        return entities.ask(location, command, timeout);
      }
    };
  }
}
