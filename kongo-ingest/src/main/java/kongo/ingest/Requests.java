package kongo.ingest;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import kongo.actors.Answer;
import kongo.actors.Entities;
import kongo.goods.GoodsAt;
import kongo.goods.GoodsCommand;
import kongo.goods.GoodsReply;
import kongo.goods.MoveBatch;
import kongo.location.LocationCommand;
import kongo.location.LocationReply;
import kongo.location.ReadingBatch;
import kongo.protocol.Reason;
import kongo.stream.Ask;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Addresses the asks of one batch to the entities. */
final class Requests {

  private final Entities entities;
  private final Asking asking;
  private final Asking narrowing;
  private final Duration timeout;
  private final Origins origins;

  Requests(Entities entities, Asking asking, Duration timeout, Origins origins) {
    this.entities = entities;
    this.asking = asking;
    this.narrowing = asking.hasty();
    this.timeout = timeout;
    this.origins = origins;
  }

  Request<GoodsReply> of(Ask.OfGoods ask) {
    String goods = ask.goods();
    if (ask.command() instanceof GoodsCommand.TakeMoves moves) {
      return moves(goods, moves.batch(), asking);
    }
    if (ask.command() instanceof GoodsCommand.TakeRegistration word) {
      return Request.single(
          () -> askGoods(asking, goods, word),
          cause -> failed(origins.of(word.cause(), goods), cause));
    }
    GoodsCommand.TakeEvidence word = (GoodsCommand.TakeEvidence) ask.command();
    return Request.single(
        () -> askGoods(asking, goods, word),
        cause -> failed(origins.of(word.evidence().cause(), word.evidence().location()), cause));
  }

  Request<LocationReply> of(Ask.OfLocation ask) {
    String location = ask.location();
    if (ask.command() instanceof LocationCommand.TakeReadings readings) {
      return readings(location, readings.batch(), asking);
    }
    if (ask.command() instanceof LocationCommand.TakeGoods told) {
      return told(location, told.goods(), asking);
    }
    if (ask.command() instanceof LocationCommand.FindExpired next) {
      return Request.single(
          () -> askLocation(asking, location, next),
          cause -> failed(origins.of(next.cause(), location), cause));
    }
    LocationCommand.TakePlace word = (LocationCommand.TakePlace) ask.command();
    return Request.single(
        () -> askLocation(asking, location, word),
        cause -> failed(origins.of(word.place().cause(), location), cause));
  }

  /** For a part of what failed: one failure is enough to look on in smaller parts, but not to give up a single record. */
  private Asking ofPart(int size) {
    return size == 1 ? asking : narrowing;
  }

  private Request<GoodsReply> moves(String goods, MoveBatch batch, Asking how) {
    return new Request<>(
        batch.moves().size(),
        (from, to) -> moves(goods, Columns.part(batch, from, to), ofPart(to - from)),
        () -> askGoods(how, goods, new GoodsCommand.TakeMoves(batch)),
        cause -> failed(origins.at(batch.offsets()[0]), cause));
  }

  private Request<LocationReply> readings(String location, ReadingBatch batch, Asking how) {
    return new Request<>(
        batch.size(),
        (from, to) -> readings(location, Columns.part(batch, from, to), ofPart(to - from)),
        () -> askLocation(how, location, new LocationCommand.TakeReadings(batch)),
        cause -> failed(origins.at(batch.offsets()[0]), cause));
  }

  private Request<LocationReply> told(String location, List<GoodsAt> goods, Asking how) {
    return new Request<>(
        goods.size(),
        (from, to) -> told(location, List.copyOf(goods.subList(from, to)), ofPart(to - from)),
        () -> askLocation(how, location, new LocationCommand.TakeGoods(goods)),
        cause -> failed(origins.of(goods.get(0).cause(), goods.get(0).goods()), cause));
  }

  private CompletionStage<GoodsReply> askGoods(
      Asking how, String goods, GoodsCommand command) {
    return how
        .ask(
            "Goods " + goods,
            Answer.GoodsTook.class,
            () -> entities.ask(goods, command, timeout))
        .thenApply(Answer.GoodsTook::reply);
  }

  private CompletionStage<LocationReply> askLocation(
      Asking how, String location, LocationCommand command) {
    return how
        .ask(
            "Location " + location,
            Answer.LocationTook.class,
            () -> entities.ask(location, command, timeout))
        .thenApply(Answer.LocationTook::reply);
  }

  private static DeadLetters.Letter failed(ConsumerRecord<byte[], byte[]> record, String cause) {
    return new DeadLetters.Letter(record, Reason.FAILED, cause);
  }
}
