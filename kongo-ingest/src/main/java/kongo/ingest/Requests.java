package kongo.ingest;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import kongo.actors.Answer;
import kongo.actors.Entities;
import kongo.goods.GoodsCommand;
import kongo.goods.GoodsReply;
import kongo.lane.Narrowing;
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
  private final Asking hasty;
  private final Duration timeout;
  private final Origins origins;

  Requests(Entities entities, Asking asking, Duration timeout, Origins origins) {
    this.entities = entities;
    this.asking = asking;
    this.hasty = asking.hasty();
    this.timeout = timeout;
    this.origins = origins;
  }

  CompletionStage<Outcome<GoodsReply>> of(Ask.OfGoods ask) {
    return asked(ask.goods(), new Narrowing<>(ask.command()), this::askGoods);
  }

  CompletionStage<Outcome<LocationReply>> of(Ask.OfLocation ask) {
    return asked(ask.location(), new Narrowing<>(ask.command()), ask.isPatient() ? this::waitForLocation : this::askLocation);
  }

  /** Sends a command to an entity; fails with {@link Poisoned} or {@link Abandoned}. */
  @FunctionalInterface
  private interface Send<C, R> {
    CompletionStage<R> ask(Asking how, String entity, C command);
  }

  private <C extends Command<C>, R> CompletionStage<Outcome<R>> asked(String entity, Narrowing<C, R> narrowing, Send<C, R> send) {
    Optional<C> next = narrowing.next();
    if (next.isEmpty()) {
      List<DeadLetters.Letter> letters = narrowing.failures().stream().flatMap(failed -> letter(entity, failed).stream()).toList();
      return CompletableFuture.completedFuture(new Outcome<>(narrowing.replies(), letters));
    }
    return send.ask(narrowing.isHasty() ? hasty : asking, entity, next.get())
        .handle((reply, problem) -> {
          note(narrowing, reply, problem);
          return asked(entity, narrowing, send);
        })
        .thenCompose(outcome -> outcome);
  }

  private static <C extends Command<C>, R> void note(Narrowing<C, R> narrowing, R reply, Throwable problem) {
    if (problem == null) {
      narrowing.took(reply);
    } else if (Failures.cause(problem) instanceof Poisoned poisoned) {
      narrowing.failed(poisoned.getMessage());
    } else {
      throw new CompletionException(Failures.cause(problem));
    }
  }

  /** Of what no record is behind nothing is lost. */
  private <C extends Command<C>> Optional<DeadLetters.Letter> letter(String entity, Narrowing.Failed<C> failed) {
    return origins.of(failed.command().cause(), failed.command().key(entity))
        .map(record -> new DeadLetters.Letter(record, Reason.FAILED, failed.cause()));
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

  private CompletionStage<LocationReply> waitForLocation(Asking how, String location, LocationCommand command) {
    return askLocation(how.patient(), location, command);
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
}
