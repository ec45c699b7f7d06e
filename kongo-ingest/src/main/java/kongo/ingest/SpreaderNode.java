package kongo.ingest;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import kongo.actors.SystemTimer;
import kongo.backoff.Pauses;
import kongo.rules.RuleHistory;
import kongo.spread.AllKnow;
import kongo.spread.BookRound;
import kongo.spread.Spreading;
import org.apache.kafka.common.TopicPartition;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.PostStop;
import org.apache.pekko.actor.typed.javadsl.ActorContext;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.actor.typed.pubsub.Topic;
import org.apache.pekko.cluster.ClusterEvent.CurrentClusterState;
import org.apache.pekko.cluster.Member;
import org.apache.pekko.cluster.MemberStatus;
import org.apache.pekko.cluster.typed.Cluster;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one node of the cluster that spreads the rule books: asks whether all nodes know a new version before it begins, and
 * tells them how far it is. What it has kept resumes on the next one.
 */
final class SpreaderNode {

  private static final Logger LOG = LoggerFactory.getLogger(SpreaderNode.class);
  private static final Duration TICK = Duration.ofMillis(250);
  /** Nodes may have begun since. */
  private static final int TELL_EVERY_TICKS = 20;
  /** The topic has no other. */
  private static final int PARTITION = 0;
  private static final int RETRY_EVERY_TICKS = 40;
  private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

  private enum Tick {
    NOW
  }

  /** Something to be done on this actor's thread. */
  private record Step(Runnable what) {}

  private final ActorContext<Object> context;
  private final Spreader.Means means;
  private final BookStream.Outlet kafka;
  private final Lane lane;
  private final ActorRef<Topic.Command<BookTalk>> all;
  private final AllKnow knowing = new AllKnow();
  private Optional<Spreader> spreader = Optional.empty();
  private boolean buries;
  private long ticks;
  private BookTalk.Progress told = BookTalk.Progress.UNKNOWN;
  private long committed;
  private boolean commits;

  /** @param kafka is closed when it ends */
  static Behavior<Object> create(Spreader.Means means, BookStream.Outlet kafka) {
    return Behaviors.setup(context -> Behaviors.withTimers(timers -> {
      timers.startTimerWithFixedDelay(Tick.NOW, TICK);
      SpreaderNode node = new SpreaderNode(context, means, kafka);
      return Behaviors.receive(Object.class)
          .onMessage(Step.class, node::run)
          .onMessage(Tick.class, tick -> node.tick())
          .onMessage(BookTalk.Knows.class, node::hear)
          .onSignal(PostStop.class, stop -> node.end())
          .build();
    }));
  }

  private SpreaderNode(ActorContext<Object> context, Spreader.Means means, BookStream.Outlet kafka) {
    this.context = context;
    this.means = means;
    this.kafka = kafka;
    this.lane = new Lane(new TopicPartition(means.settings().topics().rules(), PARTITION), 0, new SystemTimer(context.getSystem()));
    this.all = context.spawn(Topic.create(BookTalk.class, BookTalk.NAME), "all");
    load();
  }

  private void load() {
    lane.backoff()
        .untilDone(
            new Pauses(FIRST_PAUSE, LONGEST_PAUSE), means.store()::last,
            (problem, pause) -> LOG.warn("How far the rule books have come cannot be read yet, trying again: {}", problem.toString()))
        .thenAccept(kept -> self(() -> {
          Spreading state = kept.orElse(Spreading.none(RuleHistory.CONFIGURED));
          LOG.info("This node spreads the rule books; all know version {}, told is {}", state.completed(), state.target());
          spreader = Optional.of(new Spreader(means, lane, state, this::self));
        }));
  }

  private void self(Runnable step) {
    context.getSelf().tell(new Step(step));
  }

  private Behavior<Object> run(Step step) {
    step.what.run();
    return Behaviors.same();
  }

  private Behavior<Object> tick() {
    spreader.ifPresent(this::tick);
    return Behaviors.same();
  }

  private void tick(Spreader spreader) {
    BookRound round = spreader.round();
    if (!round.mayGoOn()) {
      return;
    }
    ticks++;
    askWhoKnows(round.waiting());
    round.goOn();
    bury(round);
    if (ticks % RETRY_EVERY_TICKS == 0) {
      round.tryAgain();
    }
    commit(round.done());
    means.metrics().lag(means.settings().topics().rules(), PARTITION, Math.max(0, means.books().read() - committed));
    tell(spreader.progress());
  }

  private void askWhoKnows(OptionalLong waiting) {
    if (waiting.isPresent()) {
      knowing.ask(waiting.getAsLong());
      all.tell(Topic.publish(new BookTalk.WhoKnows(knowing.asked(), context.getSelf())));
    }
  }

  private Behavior<Object> hear(BookTalk.Knows answer) {
    if (spreader.filter(one -> one.round().waiting().isPresent()).isPresent()
        && knowing.hear(answer.node(), answer.version(), members())) {
      spreader.get().round().begin(knowing.asked());
    }
    return Behaviors.same();
  }

  private Set<String> members() {
    CurrentClusterState state = Cluster.get(context.getSystem()).state();
    return StreamSupport.stream(state.getMembers().spliterator(), false)
        .filter(member -> member.status() != MemberStatus.down() && member.status() != MemberStatus.removed())
        .map(Member::uniqueAddress)
        .map(Object::toString)
        .collect(Collectors.toSet());
  }

  private void bury(BookRound round) {
    long read = means.books().read();
    List<DeadLetters.Letter> refused = means.books().refusedFrom(round.state().read());
    if (!buries && read > round.state().read()) {
      buries = true;
      kafka.bury(lane, refused).thenRun(() -> self(() -> {
        buries = false;
        round.readTo(read);
      }));
    }
  }

  private void commit(long offset) {
    if (offset > committed && !commits) {
      commits = true;
      kafka.commit(offset).whenComplete((done, problem) -> self(() -> committed(offset, problem)));
    }
  }

  private void committed(long offset, Throwable problem) {
    commits = false;
    if (problem == null) {
      committed = offset;
    } else {
      LOG.warn("What is done of the rule books cannot be committed yet, trying again: {}", problem.toString());
    }
  }

  private void tell(BookTalk.Progress progress) {
    if (!progress.equals(told) || ticks % TELL_EVERY_TICKS == 0) {
      told = progress;
      all.tell(Topic.publish(progress));
    }
  }

  private Behavior<Object> end() {
    lane.abandon();
    means.metrics().gone(means.settings().topics().rules(), PARTITION);
    kafka.close();
    return Behaviors.same();
  }
}
