package kongo.ingest;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import kongo.actors.Answer;
import kongo.backoff.Pauses;
import kongo.goods.GoodsReply;
import kongo.location.LocationReply;
import kongo.spread.EntityPage;
import kongo.spread.Lap;
import kongo.spread.SpreadFailure;
import kongo.spread.SpreadShell;
import kongo.spread.Spreading;
import kongo.stream.Ask;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the entities, reads who there is, and keeps how far it is, for the node that spreads the rule books. */
final class NodeSpreadShell implements SpreadShell {

  private static final Logger LOG = LoggerFactory.getLogger(NodeSpreadShell.class);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
  /** Far more often than anything fails. */
  private static final int FOR_EVER = 1 << 28;

  private final Spreader.Means means;
  private final Asking asking;
  private final Asking lasting;
  private final Lane lane;
  private final Consumer<Runnable> self;

  /** @param self runs something on the thread of the spreading */
  NodeSpreadShell(Spreader.Means means, Lane lane, Unanswered unanswered, Consumer<Runnable> self) {
    this.means = means;
    this.lane = lane;
    this.asking = new Asking(lane, means.metrics(), unanswered, means.settings().alikeFailures());
    this.lasting = new Asking(lane, means.metrics(), unanswered, FOR_EVER);
    this.self = self;
  }

  @Override
  public void ask(Ask.OfGoods ask, boolean isNews, Consumer<GoodsReply> took, Consumer<String> failed) {
    asking(isNews)
        .ask("Goods " + ask.goods(), Answer.GoodsTook.class, () -> means.entities().ask(ask.goods(), ask.command()))
        .thenApply(Answer.GoodsTook::reply)
        .whenComplete((reply, problem) -> tell(reply, problem, took, failed));
  }

  @Override
  public void ask(Ask.OfLocation ask, boolean isNews, Consumer<LocationReply> took, Consumer<String> failed) {
    asking(isNews)
        .ask("Location " + ask.location(), Answer.LocationTook.class, () -> means.entities().ask(ask.location(), ask.command()))
        .thenApply(Answer.LocationTook::reply)
        .whenComplete((reply, problem) -> tell(reply, problem, took, failed));
  }

  private Asking asking(boolean isNews) {
    return isNews ? asking : lasting;
  }

  /** If the spreading has gone to another node nothing is told. */
  private <R> void tell(R reply, Throwable problem, Consumer<R> took, Consumer<String> failed) {
    if (problem == null) {
      self.accept(() -> took.accept(reply));
    } else if (Failures.cause(problem) instanceof Poisoned poisoned) {
      self.accept(() -> failed.accept(poisoned.getMessage()));
    }
  }

  @Override
  public void read(Lap from, Consumer<EntityPage> then) {
    until("read which entities there are", () -> means.pages().next(from)).thenAccept(page -> self.accept(() -> then.accept(page)));
  }

  @Override
  public void count(Count then) {
    until("count the entities", () -> means.pages().count())
        .thenAccept(count -> self.accept(() -> then.is(count.locations(), count.goods())));
  }

  @Override
  public void keep(Spreading spreading, Runnable kept) {
    until("keep how far the rule books have come", () -> means.store().keep(spreading)).thenRun(() -> self.accept(kept));
  }

  private <T> CompletionStage<T> until(String what, Callable<CompletionStage<T>> attempt) {
    return lane.backoff().untilDone(
        new Pauses(FIRST_PAUSE, LONGEST_PAUSE), attempt, (problem, pause) -> LOG.warn("Cannot {} yet, trying again: {}", what, problem.toString()));
  }

  @Override
  public int stuck() {
    return lane.stuck();
  }

  @Override
  public void begins(long version, boolean withGoods) {
    LOG.info("Rule books of version {} begin to spread, to all Locations{}", version, withGoods ? " and Goods" : "");
  }

  @Override
  public void fails(long version, SpreadFailure failure) {
    LOG.error("{} cannot take the rule books of version {}, the others go on: {}", failure.entity(), version, failure.cause());
  }

  @Override
  public void isComplete(long version) {
    LOG.info("Rule books of version {} are known to all", version);
  }
}
