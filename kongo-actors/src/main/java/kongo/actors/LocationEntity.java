package kongo.actors;

import java.util.Optional;
import kongo.entity.AnswerLimit;
import kongo.entity.LocationMachine;
import kongo.location.LocationCommand;
import kongo.location.LocationEvent;
import kongo.location.LocationReply;
import kongo.location.LocationReport;
import kongo.location.LocationState;
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

/** A Location as a sharded persistent actor: a thin shell around its machine and the turn. */
public final class LocationEntity
    extends EventSourcedBehavior<LocationEntity.Command, LocationEvent, LocationMachine> {

  public static final EntityTypeKey<Command> TYPE_KEY = EntityTypeKey.create(Command.class, "Location");

  /** What a Location understands. */
  public sealed interface Command permits Do, Describe, TurnMessage, Stop {

    /** On the entity's thread. */
    void arriveAt(LocationEntity location);
  }

  /** A command, answered with {@link Answer.LocationTook}. */
  public record Do(LocationCommand command, ActorRef<Answer> replyTo) implements Command, EntityMessage {

    @Override
    public void arriveAt(LocationEntity location) {
      location.shell.turn().take(replyTo, command);
    }
  }

  /**
   * Answered with {@link Answer.LocationSeen}.
   *
   * @param about what concerns this Goods only; empty: everything
   * @param after where the page before ended
   */
  public record Describe(Optional<String> about, Cursor after, ActorRef<Answer> replyTo) implements Command, EntityMessage {

    @Override
    public void arriveAt(LocationEntity location) {
      location.describe(this);
    }
  }

  private final ActorContext<Command> context;
  private final String id;
  private final EntityEnvironment environment;
  private final Snapshots snapshots;
  private final Birth birth;
  private final Shell<LocationCommand, LocationEvent, LocationReply, LocationMachine> shell;
  private Optional<LocationMachine> machine = Optional.empty();

  static Behavior<Command> create(String id, EntityEnvironment environment) {
    return Behaviors.supervise(
            Behaviors.supervise(Behaviors.<Command>setup(context -> new LocationEntity(context, id, environment)))
                .onFailure(AnswerLimit.Exceeded.class, EntityEnvironment.ANEW))
        .onFailure(environment.restart());
  }

  private LocationEntity(ActorContext<Command> context, String id, EntityEnvironment environment) {
    super(JournalIds.of(TYPE_KEY, id));
    this.context = context;
    this.id = id;
    this.environment = environment;
    this.snapshots = new Snapshots(persistenceId().id(), environment);
    this.birth = new Birth(environment.rules(), persistenceId().id());
    this.shell =
        new Shell<>(
            context, context.getSelf(), persistenceId().id(), environment, this::took, this::settled);
  }

  private Answer took(LocationReply reply) {
    birth.isOver();
    return new Answer.LocationTook(reply);
  }

  private void settled() {
    birth.isOver();
    tellWhatIsHarmless();
  }

  @Override
  public LocationMachine emptyState() {
    return new LocationMachine(
        LocationState.empty(id, environment.rules().versions(), environment.settings().location()),
        environment.settings().answers(), birth, environment.backlogs().of(id), environment::readingsInMemory, environment.acceptedReadings());
  }

  @Override
  public CommandHandler<Command, LocationEvent, LocationMachine> commandHandler() {
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

  private void describe(Describe question) {
    shell.turn().question(question.replyTo(), asker -> asker.tell(described(question)));
  }

  private Answer described(Describe question) {
    LocationReport report = machine.orElseThrow().report(question.about(), question.after());
    long bytes = EncodedSize.of(report);
    int most = environment.settings().longestAnswer();
    return bytes <= most ? new Answer.LocationSeen(report) : new Answer.TooLong(bytes, most);
  }

  @Override
  public EventHandler<LocationMachine, LocationEvent> eventHandler() {
    return (state, event) -> {
      snapshots.add(JournalWeight.of(event));
      if (state.version() < lastSequenceNumber(context)) {
        state.apply(lastSequenceNumber(context), event);
      }
      return state;
    };
  }

  @Override
  public SignalHandler<LocationMachine> signalHandler() {
    return newSignalHandlerBuilder().onSignal(Signal.class, this::onSignal).build();
  }

  private void onSignal(LocationMachine state, Signal signal) {
    if (signal instanceof RecoveryCompleted) {
      machine = Optional.of(state);
      shell.run(() -> shell.turn().recovered(state));
    } else if (signal instanceof SnapshotCompleted completed) {
      snapshots.stored(completed.getSnapshotMetadata().sequenceNr(), state);
    } else if (signal instanceof JournalPersistRejected rejected) {
      shell.turn().writeRefused(rejected.getFailure().toString());
    } else if (signal instanceof PreRestart || signal instanceof PostStop) {
      environment.harmless().forget(id);
      birth.isOver();
      shell.end();
    }
  }

  private void tellWhatIsHarmless() {
    environment.harmless().tell(id, machine.orElseThrow().harmless());
  }

  @Override
  public SnapshotAdapter<LocationMachine> snapshotAdapter() {
    return new LocationSnapshots(id, environment, birth, snapshots);
  }

  @Override
  public boolean shouldSnapshot(LocationMachine state, LocationEvent event, long sequenceNr) {
    return snapshots.isDue(sequenceNr);
  }
}
