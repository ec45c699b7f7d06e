package kongo.ingest;

import java.time.Duration;
import java.util.concurrent.CompletionStage;
import kongo.actors.Answer;
import kongo.actors.Entities;
import kongo.goods.GoodsCommand;
import kongo.goods.GoodsReply;
import kongo.location.LocationCommand;
import kongo.location.LocationReply;
import kongo.protocol.Reason;
import kongo.stream.Ask;
import kongo.violation.Command;
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
    return request(ask.goods(), ask.command(), asking, this::askGoods);
  }

  Request<LocationReply> of(Ask.OfLocation ask) {
    return request(ask.location(), ask.command(), asking, this::askLocation);
  }

  /** Sends a command to an entity. */
  @FunctionalInterface
  private interface Send<C, R> {
    CompletionStage<R> ask(Asking how, String entity, C command);
  }

  private <C extends Command<C>, R> Request<R> request(String entity, C command, Asking how, Send<C, R> send) {
    return new Request<>(
        command.size(),
        (from, to) -> request(entity, command.part(from, to), ofPart(to - from), send),
        () -> send.ask(how, entity, command),
        cause -> failed(origins.of(command.cause(), command.key(entity)), cause));
  }

  /** For a part of what failed: one failure is enough to look on in smaller parts, but not to give up a single record. */
  private Asking ofPart(int size) {
    return size == 1 ? asking : narrowing;
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
