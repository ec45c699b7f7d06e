package kongo.actors;

import java.util.List;
import java.util.Optional;
import kongo.goods.GoodsAt;
import kongo.location.History;
import kongo.location.HistoryMissing;
import kongo.location.LocationCommand;
import kongo.location.LocationEvent;
import kongo.location.LocationReply;
import kongo.location.LocationState;
import kongo.location.PlaceAt;
import kongo.location.ReadingBatch;
import kongo.location.SequenceRange;
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

/** A Location as a sharded persistent actor: one command at a time, published before the next one. */
public final class LocationEntity
    extends EventSourcedBehavior<LocationEntity.Command, LocationEvent, LocationState> {

  public static final EntityTypeKey<Command> TYPE_KEY = EntityTypeKey.create(Command.class, "Location");

  /** What a Location understands. */
  public sealed interface Command {}

  /** What is worked off in turn and answered. */
  public sealed interface Task extends Command, EntityMessage {
    ActorRef<Answer> replyTo();
  }

  /** What may lead to an event; answered with {@link Answer.LocationTook}. */
  public sealed interface Intake extends Task {
    LocationCommand command();
  }

  public record TakeReadings(ReadingBatch batch, ActorRef<Answer> replyTo) implements Intake {
    @Override
    public LocationCommand command() {
      return new LocationCommand.TakeReadings(batch);
    }
  }

  public record TakeGoods(List<GoodsAt> goods, ActorRef<Answer> replyTo) implements Intake {
    @Override
    public LocationCommand command() {
      return new LocationCommand.TakeGoods(goods);
    }
  }

  public record TakePlace(PlaceAt place, ActorRef<Answer> replyTo) implements Intake {
    @Override
    public LocationCommand command() {
      return new LocationCommand.TakePlace(place);
    }
  }

  /** Answered with {@link Answer.LocationSeen}. */
  public record GetLocation(ActorRef<Answer> replyTo) implements Task {}

  public record FindExpired(Cause cause, ActorRef<Answer> replyTo) implements Intake {
    @Override
    public LocationCommand command() {
      return new LocationCommand.FindExpired(cause);
    }
  }

  private record RowsRead(List<SequenceRange> ranges, List<LocationEvent.ReadingsAccepted> rows)
      implements Command {}

  private record Published() implements Command {}

  private record NextTurn() implements Command {}

  private record TurnIsLong(long turn) implements Command {}

  private final ActorContext<Command> context;
  private final String id;
  private final EntityEnvironment environment;
  private final Patience patience;
  private final SnapshotBudget snapshots;
  private final Turns<Task> turns;
  private Optional<LocationEvent> decided = Optional.empty();
  private boolean settling;
  private History history = History.EMPTY;

  static Behavior<Command> create(String id, EntityEnvironment environment) {
    return Behaviors.supervise(
            Behaviors.<Command>setup(context -> new LocationEntity(context, id, environment)))
        .onFailure(environment.restart());
  }

  private LocationEntity(ActorContext<Command> context, String id, EntityEnvironment environment) {
    super(PersistenceId.of(TYPE_KEY.name(), id));
    this.context = context;
    this.id = id;
    this.environment = environment;
    this.patience = new Patience(context.getSystem(), persistenceId().id());
    this.snapshots = new SnapshotBudget(environment.settings().snapshotEveryBytes());
    this.turns = new Turns<>(Task::replyTo, environment.settings().waitingCommands());
  }

  @Override
  public LocationState emptyState() {
    return LocationState.empty(id, environment.rules(), environment.settings().location());
  }

  @Override
  public CommandHandler<Command, LocationEvent, LocationState> commandHandler() {
    // Not by the builder: every entity would keep all its parts.
    return this::onCommand;
  }

  private Effect<LocationEvent, LocationState> onCommand(LocationState state, Command command) {
    if (command instanceof Task task) {
      return onTask(state, task);
    }
    if (command instanceof RowsRead read) {
      return onRowsRead(state, read);
    }
    if (command instanceof Published) {
      return finish(state);
    }
    if (command instanceof NextTurn) {
      return begin(state, turns.next());
    }
    return onTurnIsLong((TurnIsLong) command);
  }

  private Effect<LocationEvent, LocationState> onTask(LocationState state, Task task) {
    if (!settling && turns.isFree()) {
      return begin(state, task);
    }
    turns.enqueue(task);
    return Effect().none();
  }

  private Effect<LocationEvent, LocationState> begin(LocationState state, Task task) {
    turns.begin(task);
    return proceed(state);
  }

  private Effect<LocationEvent, LocationState> proceed(LocationState state) {
    try {
      return settling || decided.isPresent() ? judge(state) : decide(state);
    } catch (HistoryMissing missing) {
      read(missing.rows());
      return Effect().none();
    } catch (RuntimeException bug) {
      throw failed(bug);
    }
  }

  private Effect<LocationEvent, LocationState> decide(LocationState state) {
    if (turns.inHand().orElseThrow() instanceof Intake intake) {
      decided = state.decide(intake.command(), history);
      if (decided.isPresent()) {
        apply(state, lastSequenceNumber(context) + 1, decided.get());
        return judge(state);
      }
      return finish(state);
    }
    turns.answer(new Answer.LocationSeen(state.report(history)));
    return finish(state);
  }

  /** Before the event is durable, so that a bug in evaluation leaves no trace in the journal. */
  private Effect<LocationEvent, LocationState> judge(LocationState state) {
    List<Revision> revisions = state.effects(history);
    environment.guard().check();
    if (settling) {
      return publish(state, revisions);
    }
    return Effect().persist(decided.orElseThrow()).thenRun(persisted -> publish(persisted, revisions));
  }

  private Effect<LocationEvent, LocationState> publish(LocationState state, List<Revision> revisions) {
    if (revisions.isEmpty()) {
      return finish(state);
    }
    watchTurn();
    context.pipeToSelf(
        patience.untilDone("publish violations", () -> environment.publish(revisions)),
        (done, never) -> new Published());
    return Effect().none();
  }

  private Effect<LocationEvent, LocationState> finish(LocationState state) {
    if (turns.inHand().orElse(null) instanceof Intake intake) {
      turns.answer(new Answer.LocationTook(reply(state, intake.command())));
    }
    if (settling || decided.isPresent()) {
      environment.harmless().tell(id, state.harmless());
    }
    turns.end();
    settling = false;
    decided = Optional.empty();
    history = History.EMPTY;
    if (turns.someoneWaits()) {
      context.getSelf().tell(new NextTurn());
    }
    return Effect().none();
  }

  private LocationReply reply(LocationState state, LocationCommand command) {
    try {
      return state.reply(command);
    } catch (RuntimeException bug) {
      throw failed(bug);
    }
  }

  private RuntimeException failed(RuntimeException bug) {
    Object task = turns.inHand().<Object>map(Object::getClass).orElse("recovery");
    context.getLog().error("Location [{}] fails at {}", id, task, bug);
    turns.answer(new Answer.Failed(bug.toString()));
    return bug;
  }

  private void read(List<SequenceRange> ranges) {
    watchTurn();
    context.pipeToSelf(
        patience.untilDone("read readings", () -> environment.rows().read(persistenceId().id(), ranges)),
        (read, never) -> new RowsRead(ranges, read));
  }

  private Effect<LocationEvent, LocationState> onRowsRead(LocationState state, RowsRead read) {
    history = history.plus(read.ranges(), read.rows());
    return proceed(state);
  }

  private void watchTurn() {
    TurnIsLong reminder = new TurnIsLong(turns.number());
    context.scheduleOnce(environment.settings().workingAfter(), context.getSelf(), reminder);
  }

  private Effect<LocationEvent, LocationState> onTurnIsLong(TurnIsLong reminder) {
    if (reminder.turn() == turns.number()) {
      turns.postpone();
      watchTurn();
    }
    return Effect().none();
  }

  @Override
  public EventHandler<LocationState, LocationEvent> eventHandler() {
    return (state, event) -> {
      snapshots.add(JournalWeight.of(event));
      if (state.version() < lastSequenceNumber(context)) {
        apply(state, lastSequenceNumber(context), event);
      }
      return state;
    };
  }

  private void apply(LocationState state, long sequenceNr, LocationEvent event) {
    state.keepReadings(environment.readingsInMemory());
    state.apply(sequenceNr, event);
  }

  @Override
  public SignalHandler<LocationState> signalHandler() {
    return newSignalHandlerBuilder().onSignal(Signal.class, this::onSignal).build();
  }

  private void onSignal(LocationState state, Signal signal) {
    if (signal instanceof RecoveryCompleted) {
      onRecoveryCompleted(state);
    } else if (signal instanceof PreRestart || signal instanceof PostStop) {
      stop();
    }
  }

  private void stop() {
    environment.harmless().forget(id);
    turns.postpone();
  }

  /** It may have stopped between persist and publish: the effects of the last event are published again. */
  private void onRecoveryCompleted(LocationState state) {
    if (state.version() > 0) {
      settling = true;
      proceed(state);
    }
  }

  @Override
  public SnapshotAdapter<LocationState> snapshotAdapter() {
    return new LocationSnapshots(id, environment);
  }

  @Override
  public boolean shouldSnapshot(LocationState state, LocationEvent event, long sequenceNr) {
    return snapshots.isSpent();
  }

  @Override
  public RetentionCriteria retentionCriteria() {
    return environment.snapshots();
  }
}
