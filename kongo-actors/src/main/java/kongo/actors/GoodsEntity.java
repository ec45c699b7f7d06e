package kongo.actors;

import java.util.Optional;
import kongo.entity.AnswerLimit;
import kongo.entity.GoodsMachine;
import kongo.goods.GoodsCommand;
import kongo.goods.GoodsEvent;
import kongo.goods.GoodsReply;
import kongo.goods.GoodsReport;
import kongo.goods.GoodsState;
import kongo.report.Cursor;
import kongo.size.EncodedSize;
import kongo.spread.Birth;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.PostStop;
import org.apache.pekko.actor.typed.PreRestart;
import org.apache.pekko.actor.typed.Signal;
import org.apache.pekko.actor.typed.javadsl.ActorContext;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.cluster.sharding.typed.javadsl.EntityTypeKey;
import org.apache.pekko.persistence.typed.JournalPersistRejected;
import org.apache.pekko.persistence.typed.RecoveryCompleted;
import org.apache.pekko.persistence.typed.SnapshotAdapter;
import org.apache.pekko.persistence.typed.SnapshotCompleted;
import org.apache.pekko.persistence.typed.javadsl.CommandHandler;
import org.apache.pekko.persistence.typed.javadsl.EventHandler;
import org.apache.pekko.persistence.typed.javadsl.EventSourcedBehavior;
import org.apache.pekko.persistence.typed.javadsl.SignalHandler;

/** A Goods as a sharded persistent actor: a thin shell around its machine and the turn. */
public final class GoodsEntity
    extends EventSourcedBehavior<GoodsEntity.Command, GoodsEvent, GoodsMachine> {

  public static final EntityTypeKey<Command> TYPE_KEY = EntityTypeKey.create(Command.class, "Goods");

  /** What a Goods understands. */
  public sealed interface Command permits Do, Describe, TurnMessage, Stop {

    /** On the entity's thread. */
    void arriveAt(GoodsEntity goods);
  }

  /** A command, answered with {@link Answer.GoodsTook}. */
  public record Do(GoodsCommand command, ActorRef<Answer> replyTo) implements Command, EntityMessage {

    @Override
    public void arriveAt(GoodsEntity goods) {
      goods.shell.turn().take(replyTo, command);
    }
  }

  /**
   * Answered with {@link Answer.GoodsSeen}.
   *
   * @param after where the page before ended
   */
  public record Describe(Cursor after, ActorRef<Answer> replyTo) implements Command, EntityMessage {

    @Override
    public void arriveAt(GoodsEntity goods) {
      goods.describe(after, replyTo);
    }
  }

  private final ActorContext<Command> context;
  private final String id;
  private final EntityEnvironment environment;
  private final Snapshots snapshots;
  private final Birth birth;
  private final Shell<GoodsCommand, GoodsEvent, GoodsReply, GoodsMachine> shell;
  private Optional<GoodsMachine> machine = Optional.empty();

  static Behavior<Command> create(String id, EntityEnvironment environment) {
    return Behaviors.supervise(
            Behaviors.supervise(Behaviors.<Command>setup(context -> new GoodsEntity(context, id, environment)))
                .onFailure(AnswerLimit.Exceeded.class, EntityEnvironment.ANEW))
        .onFailure(environment.restart());
  }

  private GoodsEntity(ActorContext<Command> context, String id, EntityEnvironment environment) {
    super(JournalIds.of(TYPE_KEY, id));
    this.context = context;
    this.id = id;
    this.environment = environment;
    this.snapshots = new Snapshots(persistenceId().id(), environment);
    this.birth = new Birth(environment.rules(), persistenceId().id());
    this.shell =
        new Shell<>(
            context, context.getSelf(), persistenceId().id(), environment, this::took, birth::isOver);
  }

  private Answer took(GoodsReply reply) {
    birth.isOver();
    return new Answer.GoodsTook(reply);
  }

  @Override
  public GoodsMachine emptyState() {
    return new GoodsMachine(GoodsState.empty(id, environment.goods()), environment.settings().answers(), birth);
  }

  @Override
  public CommandHandler<Command, GoodsEvent, GoodsMachine> commandHandler() {
    // Not by the builder: every entity would keep all its parts.
    return (state, command) -> {
      shell.run(() -> command.arriveAt(this));
      return shell.effect(Effect());
    };
  }

  void take(TurnMessage news) {
    shell.take(news);
  }

  void take(Stop stop) {
    shell.turn().stop();
  }

  private void describe(Cursor after, ActorRef<Answer> replyTo) {
    shell.turn().question(replyTo, asker -> asker.tell(described(after)));
  }

  private Answer described(Cursor after) {
    GoodsReport report = machine.orElseThrow().report(after);
    long bytes = EncodedSize.of(report);
    int most = environment.settings().longestAnswer();
    return bytes <= most ? new Answer.GoodsSeen(report) : new Answer.TooLong(bytes, most);
  }

  @Override
  public EventHandler<GoodsMachine, GoodsEvent> eventHandler() {
    return (state, event) -> {
      snapshots.add(JournalWeight.of(event));
      if (state.version() < lastSequenceNumber(context)) {
        state.apply(lastSequenceNumber(context), event);
      }
      return state;
    };
  }

  @Override
  public SignalHandler<GoodsMachine> signalHandler() {
    return newSignalHandlerBuilder().onSignal(Signal.class, this::onSignal).build();
  }

  private void onSignal(GoodsMachine state, Signal signal) {
    if (signal instanceof RecoveryCompleted) {
      machine = Optional.of(state);
      shell.run(() -> shell.turn().recovered(state));
    } else if (signal instanceof SnapshotCompleted completed) {
      snapshots.stored(completed.getSnapshotMetadata().sequenceNr(), state);
    } else if (signal instanceof JournalPersistRejected rejected) {
      shell.turn().writeRefused(rejected.getFailure().toString());
    } else if (signal instanceof PreRestart || signal instanceof PostStop) {
      birth.isOver();
      shell.end();
    }
  }

  @Override
  public SnapshotAdapter<GoodsMachine> snapshotAdapter() {
    return new GoodsSnapshots(id, environment, birth, snapshots);
  }

  @Override
  public boolean shouldSnapshot(GoodsMachine state, GoodsEvent event, long sequenceNr) {
    return snapshots.isDue(sequenceNr);
  }
}
