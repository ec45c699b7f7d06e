package kongo.actors;

import java.util.List;
import java.util.Optional;
import kongo.goods.ExpiryEvidence;
import kongo.goods.GoodsCommand;
import kongo.goods.GoodsEvent;
import kongo.goods.GoodsReply;
import kongo.goods.GoodsState;
import kongo.goods.MoveBatch;
import kongo.registry.GoodsProfile;
import kongo.registry.PlaceProfile;
import kongo.registry.Registration;
import kongo.violation.Cause;
import kongo.violation.Revision;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.PostStop;
import org.apache.pekko.actor.typed.PreRestart;
import org.apache.pekko.actor.typed.Signal;
import org.apache.pekko.actor.typed.javadsl.ActorContext;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.cluster.sharding.typed.javadsl.EntityTypeKey;
import org.apache.pekko.persistence.typed.PersistenceId;
import org.apache.pekko.persistence.typed.RecoveryCompleted;
import org.apache.pekko.persistence.typed.SnapshotAdapter;
import org.apache.pekko.persistence.typed.javadsl.CommandHandler;
import org.apache.pekko.persistence.typed.javadsl.Effect;
import org.apache.pekko.persistence.typed.javadsl.EventHandler;
import org.apache.pekko.persistence.typed.javadsl.EventSourcedBehavior;
import org.apache.pekko.persistence.typed.javadsl.RetentionCriteria;
import org.apache.pekko.persistence.typed.javadsl.SignalHandler;

/** A Goods as a sharded persistent actor: one command at a time, published before the next one. */
public final class GoodsEntity
    extends EventSourcedBehavior<GoodsEntity.Command, GoodsEvent, GoodsState> {

  public static final EntityTypeKey<Command> TYPE_KEY = EntityTypeKey.create(Command.class, "Goods");

  /** What a Goods understands. */
  public sealed interface Command {}

  /** What is worked off in turn and answered. */
  public sealed interface Task extends Command, EntityMessage {
    ActorRef<Answer> replyTo();
  }

  /** What may lead to an event; answered with {@link Answer.GoodsTook}. */
  public sealed interface Intake extends Task {
    GoodsCommand command();
  }

  public record TakeMoves(MoveBatch batch, ActorRef<Answer> replyTo) implements Intake {
    @Override
    public GoodsCommand command() {
      return new GoodsCommand.TakeMoves(batch);
    }
  }

  /** The registry's word; at most one of the profiles, none: the id was deleted. */
  public record TakeRegistration(
      Optional<GoodsProfile> goods, Optional<PlaceProfile> place, Cause cause, ActorRef<Answer> replyTo)
      implements Intake {

    public static TakeRegistration of(Registration registration, Cause cause, ActorRef<Answer> replyTo) {
      return new TakeRegistration(
          Optional.of(registration).filter(GoodsProfile.class::isInstance).map(GoodsProfile.class::cast),
          Optional.of(registration).filter(PlaceProfile.class::isInstance).map(PlaceProfile.class::cast),
          cause,
          replyTo);
    }

    @Override
    public GoodsCommand command() {
      Registration registration =
          goods.<Registration>map(profile -> profile).or(() -> place).orElse(Registration.DELETED);
      return new GoodsCommand.TakeRegistration(registration, cause);
    }
  }

  public record TakeEvidence(ExpiryEvidence evidence, ActorRef<Answer> replyTo) implements Intake {
    @Override
    public GoodsCommand command() {
      return new GoodsCommand.TakeEvidence(evidence);
    }
  }

  /** Answered with {@link Answer.GoodsSeen}. */
  public record GetGoods(ActorRef<Answer> replyTo) implements Task {}

  private record Published() implements Command {}

  private record NextTurn() implements Command {}

  private record TurnIsLong(long turn) implements Command {}

  private final ActorContext<Command> context;
  private final String id;
  private final EntityEnvironment environment;
  private final Patience patience;
  private final SnapshotBudget snapshots;
  private final Turns<Task> turns;
  private Optional<GoodsEvent> decided = Optional.empty();
  private boolean settling;

  static Behavior<Command> create(String id, EntityEnvironment environment) {
    return Behaviors.supervise(
            Behaviors.<Command>setup(context -> new GoodsEntity(context, id, environment)))
        .onFailure(environment.restart());
  }

  private GoodsEntity(ActorContext<Command> context, String id, EntityEnvironment environment) {
    super(PersistenceId.of(TYPE_KEY.name(), id));
    this.context = context;
    this.id = id;
    this.environment = environment;
    this.patience = new Patience(context.getSystem(), persistenceId().id());
    this.snapshots = new SnapshotBudget(environment.settings().snapshotEveryBytes());
    this.turns = new Turns<>(Task::replyTo, environment.settings().waitingCommands());
  }

  @Override
  public GoodsState emptyState() {
    return GoodsState.empty(id, environment.settings().retention().toMillis());
  }

  @Override
  public CommandHandler<Command, GoodsEvent, GoodsState> commandHandler() {
    // Not by the builder: every entity would keep all its parts.
    return this::onCommand;
  }

  private Effect<GoodsEvent, GoodsState> onCommand(GoodsState state, Command command) {
    if (command instanceof Task task) {
      return onTask(state, task);
    }
    if (command instanceof Published) {
      return finish(state);
    }
    if (command instanceof NextTurn) {
      return begin(state, turns.next());
    }
    return onTurnIsLong((TurnIsLong) command);
  }

  private Effect<GoodsEvent, GoodsState> onTask(GoodsState state, Task task) {
    if (!settling && turns.isFree()) {
      return begin(state, task);
    }
    turns.enqueue(task);
    return Effect().none();
  }

  private Effect<GoodsEvent, GoodsState> begin(GoodsState state, Task task) {
    turns.begin(task);
    return proceed(state);
  }

  private Effect<GoodsEvent, GoodsState> proceed(GoodsState state) {
    try {
      return settling || decided.isPresent() ? judge(state) : decide(state);
    } catch (RuntimeException bug) {
      throw failed(bug);
    }
  }

  private Effect<GoodsEvent, GoodsState> decide(GoodsState state) {
    if (turns.inHand().orElseThrow() instanceof Intake intake) {
      decided = state.decide(intake.command());
      if (decided.isPresent()) {
        state.apply(lastSequenceNumber(context) + 1, decided.get());
        return judge(state);
      }
      return finish(state);
    }
    turns.answer(new Answer.GoodsSeen(state.report()));
    return finish(state);
  }

  /** Before the event is durable, so that a bug in evaluation leaves no trace in the journal. */
  private Effect<GoodsEvent, GoodsState> judge(GoodsState state) {
    List<Revision> revisions = state.effects();
    environment.guard().check();
    if (settling) {
      return publish(state, revisions);
    }
    return Effect().persist(decided.orElseThrow()).thenRun(persisted -> publish(persisted, revisions));
  }

  private Effect<GoodsEvent, GoodsState> publish(GoodsState state, List<Revision> revisions) {
    if (revisions.isEmpty()) {
      return finish(state);
    }
    watchTurn();
    context.pipeToSelf(
        patience.untilDone("publish violations", () -> environment.publish(revisions)),
        (done, never) -> new Published());
    return Effect().none();
  }

  private Effect<GoodsEvent, GoodsState> finish(GoodsState state) {
    if (turns.inHand().orElse(null) instanceof Intake intake) {
      turns.answer(new Answer.GoodsTook(reply(state, intake.command())));
    }
    turns.end();
    settling = false;
    decided = Optional.empty();
    if (turns.someoneWaits()) {
      context.getSelf().tell(new NextTurn());
    }
    return Effect().none();
  }

  private GoodsReply reply(GoodsState state, GoodsCommand command) {
    try {
      return state.reply(command);
    } catch (RuntimeException bug) {
      throw failed(bug);
    }
  }

  private RuntimeException failed(RuntimeException bug) {
    Object task = turns.inHand().<Object>map(Object::getClass).orElse("recovery");
    context.getLog().error("Goods [{}] fails at {}", id, task, bug);
    turns.answer(new Answer.Failed(bug.toString()));
    return bug;
  }

  private void watchTurn() {
    TurnIsLong reminder = new TurnIsLong(turns.number());
    context.scheduleOnce(environment.settings().workingAfter(), context.getSelf(), reminder);
  }

  private Effect<GoodsEvent, GoodsState> onTurnIsLong(TurnIsLong reminder) {
    if (reminder.turn() == turns.number()) {
      turns.postpone();
      watchTurn();
    }
    return Effect().none();
  }

  @Override
  public EventHandler<GoodsState, GoodsEvent> eventHandler() {
    return (state, event) -> {
      snapshots.add(JournalWeight.of(event));
      if (state.version() < lastSequenceNumber(context)) {
        state.apply(lastSequenceNumber(context), event);
      }
      return state;
    };
  }

  @Override
  public SignalHandler<GoodsState> signalHandler() {
    return newSignalHandlerBuilder().onSignal(Signal.class, this::onSignal).build();
  }

  private void onSignal(GoodsState state, Signal signal) {
    if (signal instanceof RecoveryCompleted) {
      onRecoveryCompleted(state);
    } else if (signal instanceof PreRestart || signal instanceof PostStop) {
      turns.postpone();
    }
  }

  /** It may have stopped between persist and publish: the effects of the last event are published again. */
  private void onRecoveryCompleted(GoodsState state) {
    if (state.version() > 0) {
      settling = true;
      proceed(state);
    }
  }

  @Override
  public SnapshotAdapter<GoodsState> snapshotAdapter() {
    return new GoodsSnapshots(id, environment);
  }

  @Override
  public boolean shouldSnapshot(GoodsState state, GoodsEvent event, long sequenceNr) {
    return snapshots.isSpent();
  }

  @Override
  public RetentionCriteria retentionCriteria() {
    return environment.snapshots();
  }
}
