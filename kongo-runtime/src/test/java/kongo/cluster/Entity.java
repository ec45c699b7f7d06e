package kongo.cluster;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.function.Supplier;
import kongo.effect.Effect;
import kongo.entity.AnswerLimit;
import kongo.entity.BookNews;
import kongo.entity.EntityTurn;
import kongo.entity.Machine;
import kongo.entity.TurnShell;
import kongo.goods.StaysChanged;
import kongo.goods.ViolationRevised;
import kongo.location.LocationCommand.TakeGoods;
import kongo.location.SequenceRange;
import kongo.rules.UnknownBook;
import kongo.spread.Birth;
import kongo.violation.Kind;

/**
 * One Goods or Location of the simulated cluster: the product's turn around the product's machine. Its journal and its
 * snapshots last, everything else is lost in a crash, which can come between any two steps.
 */
final class Entity<C, E, R, M extends Machine<C, E, R>> implements TurnShell<E, R, Asker<R>> {

  private record Request<C, R>(C command, Asker<R> asker) {}

  private final Plant plant;
  private final Published published;
  private final Random random;
  private final String name;
  private final BiFunction<SimulatedNode, BookNews, Life<C, E, R, M>> lives;
  private final Supplier<SimulatedNode> nodes;
  private final Predicate<E> unwritable;
  private final Journal<E, M> journal;
  private final Deque<Request<C, R>> mailbox = new ArrayDeque<>();
  private boolean stoppedInOrder;
  private Owner owner = Owner.REACHED;

  private Optional<SimulatedNode> home = Optional.empty();
  private Optional<Birth> birth = Optional.empty();
  private Optional<Life<C, E, R, M>> life = Optional.empty();
  private Optional<M> machine = Optional.empty();
  private EntityTurn<C, E, R, Asker<R>> turn;
  private Optional<C> lastCommand = Optional.empty();
  private Optional<E> toPersist = Optional.empty();
  private Optional<List<SequenceRange>> toRead = Optional.empty();
  private Optional<Deque<Effect>> toPublish = Optional.empty();
  private boolean goOn;
  private long watched;
  /** Until its last effects are published again, or need not be. */
  private boolean recovering;

  /** Who may write what the journal says next. */
  private enum Owner {
    REACHED,
    /** Its node is cut off, and may write for a while. */
    CUT_OFF,
    /** Its node may write no more: another one has taken over. */
    REPLACED
  }

  /**
   * @param name as the journal has it
   * @param lives of a node, and what it hears of rule books there
   * @param nodes where it begins
   * @param unwritable what can never be written, since it is too long or cannot be serialized
   */
  Entity(
      Plant plant, Published published, Random random, String name, BiFunction<SimulatedNode, BookNews, Life<C, E, R, M>> lives,
      Supplier<SimulatedNode> nodes, Predicate<E> unwritable) {
    this(plant, published, random, name, lives, nodes, unwritable, new Journal<>());
  }

  private Entity(
      Plant plant, Published published, Random random, String name, BiFunction<SimulatedNode, BookNews, Life<C, E, R, M>> lives,
      Supplier<SimulatedNode> nodes, Predicate<E> unwritable, Journal<E, M> journal) {
    this.unwritable = unwritable;
    this.journal = journal;
    this.plant = plant;
    this.published = published;
    this.random = random;
    this.name = name;
    this.lives = lives;
    this.nodes = nodes;
  }

  Optional<M> running() {
    return recovering ? Optional.empty() : machine;
  }

  /** As it is when it has recovered, if it had to. */
  M atRest() {
    while (machine.isEmpty() || isBusy()) {
      step();
    }
    return machine.get();
  }

  void deliver(C command, Asker<R> asker) {
    if (owner == Owner.REACHED) {
      mailbox.add(new Request<>(command, asker));
    }
  }

  boolean isBusy() {
    return !mailbox.isEmpty() || machine.isPresent() && turn.isBusy();
  }

  void crash() {
    birth.ifPresent(Birth::isOver);
    birth = Optional.empty();
    home = Optional.empty();
    life = Optional.empty();
    machine = Optional.empty();
    toPersist = Optional.empty();
    toRead = Optional.empty();
    toPublish = Optional.empty();
    goOn = false;
    mailbox.clear();
    stoppedInOrder = false;
  }

  /** As a shard does when it hands over, or when the entity has been idle. */
  void stopInOrder() {
    if (plant == Plant.EFFECTS_NOT_MARKED_AT_A_STOP && machine.isPresent() && !turn.isBusy()) {
      stop();
    } else if (machine.isPresent() && toPersist.isEmpty()) {
      turn.stop();
    }
  }

  /** The write comes to nothing, or its acknowledgement does: the entity begins anew from its journal. */
  void loseWrite() {
    if (toPersist.isPresent() && mayWrite()) {
      if (random.nextBoolean() && !unwritable.test(toPersist.get())) {
        write(toPersist.get());
      }
      turn.writeLost();
      crash();
    }
  }

  /** Its node ends; what it had sent to the journal, if anything, is written when that is run, unless the entity is back by then. */
  Optional<Runnable> endBeforeItsWriteArrives() {
    if (toPersist.isEmpty() || !mayWrite() || unwritable.test(toPersist.get())) {
      return Optional.empty();
    }
    E event = toPersist.get();
    long number = machine.orElseThrow().version();
    crash();
    return Optional.of(() -> {
      if (machine.isEmpty() && journal.rows().size() < number) {
        journal.write(number, event);
      }
    });
  }

  /** Keeps the state as of now, if there is nothing under way; what is not needed any more may go at once. */
  void takeSnapshot() {
    if (machine.isPresent() && !turn.isBusy() && mayWrite()) {
      journal.keep(life.get().copied(machine.get()));
      if (random.nextInt(4) > 0) {
        journal.deleteOld(machine.get());
      }
    }
  }

  /** Nobody reaches it any more; it may go on for a while. */
  void cutOff() {
    owner = Owner.CUT_OFF;
  }

  boolean isAt(SimulatedNode node) {
    return home.filter(one -> one == node).isPresent();
  }

  boolean isCutOff() {
    return owner == Owner.CUT_OFF;
  }

  /** Another node takes over, when this one may write no more. */
  Entity<C, E, R, M> replaced() {
    owner = Owner.REPLACED;
    birth.ifPresent(Birth::isOver);
    birth = Optional.empty();
    return new Entity<>(plant, published, random, name, lives, nodes, unwritable, journal);
  }

  List<E> journal() {
    return journal.rows();
  }

  private boolean mayWrite() {
    return owner != Owner.REPLACED || plant == Plant.WRITE_GUARD_OFF;
  }

  /** As the write guard does: a node that may not write ends. */
  private void halt() {
    crash();
  }

  private void write(E event) {
    journal.write(machine.orElseThrow().version(), event);
  }

  private void writeNext(E event) {
    toPersist = Optional.empty();
    if (!mayWrite()) {
      halt();
    } else if (unwritable.test(event)) {
      turn.writeRefused("cannot be written");
      restart();
    } else {
      write(event);
      turn.persisted();
    }
  }

  /** It begins anew from its journal; what others sent is not lost. */
  private void restart() {
    List<Request<C, R>> kept = List.copyOf(mailbox);
    crash();
    mailbox.addAll(kept);
  }

  /** The next thing that this entity does; if it fails it begins anew. */
  void step() {
    try {
      go();
    } catch (AnswerLimit.Exceeded | UnknownBook failure) {
      restart();
    }
  }

  private void go() {
    if (machine.isEmpty()) {
      recover();
    } else if (toPersist.isPresent()) {
      writeNext(toPersist.get());
    } else if (!mailbox.isEmpty() && (!turn.isBusy() || random.nextInt(4) == 0)) {
      begin(mailbox.remove());
    } else if (toRead.isPresent()) {
      List<SequenceRange> ranges = toRead.get();
      toRead = Optional.empty();
      turn.rowsRead(ranges, journal.readings(ranges));
    } else if (toPublish.isPresent() && !mayWrite()) {
      halt();
    } else if (toPublish.isPresent()) {
      publishNext(toPublish.get());
    } else if (goOn) {
      goOn = false;
      turn.goOn();
    }
    if (machine.isPresent() && toPersist.isEmpty() && random.nextInt(20) == 0) {
      turn.isLong(watched);
    }
  }

  private void recover() {
    SimulatedNode node = nodes.get();
    home = Optional.of(node);
    birth = owner == Owner.REPLACED ? Optional.empty() : Optional.of(new Birth(node.rules(), name));
    // Whom another node has replaced is none of its births any more.
    BookNews news = () -> birth.map(Birth::newest).orElseGet(node.rules()::newestSent);
    Life<C, E, R, M> here = lives.apply(node, news);
    M recovered = journal.recovered(here, random);
    life = Optional.of(here);
    machine = Optional.of(recovered);
    recovering = true;
    turn = new EntityTurn<>(this, 1 + random.nextInt(3));
    turn.recovered(recovered);
    if (!turn.isBusy()) {
      recovering = false;
    }
  }

  private void begin(Request<C, R> request) {
    lastCommand = Optional.of(request.command());
    turn.take(request.asker(), request.command());
  }

  private void publishNext(Deque<Effect> effects) {
    if (!effects.isEmpty()) {
      publish(effects.remove());
    }
    if (effects.isEmpty()) {
      toPublish = Optional.empty();
      turn.published();
    }
  }

  private void publish(Effect effect) {
    if (isSkipped(effect)) {
      return;
    }
    if (recovering && stoppedInOrder) {
      published.repeatedAfterAnOrderlyStop(effect);
    }
    published.add(plant == Plant.OLDER_REVISION_PUBLISHED_AGAIN ? published.asBefore(effect) : effect);
  }

  private boolean isSkipped(Effect effect) {
    return plant == Plant.OTHERS_STALE_AFTER_A_SWAP && published.differsOnlyInOthers(effect)
        || plant == Plant.STAYS_CHANGED_LATE_ARE_NOT_TOLD
            && effect instanceof StaysChanged stays && stays.stays().size() > 1;
  }

  @Override
  public void persist(E event) {
    toPersist = Optional.of(event);
  }

  @Override
  public void publish(List<Effect> effects) {
    if (recovering && plant == Plant.EFFECTS_NOT_DRIVEN_AGAIN) {
      toPublish = Optional.of(new ArrayDeque<>());
    } else if (plant == Plant.COMMIT_BEFORE_PUBLICATION && random.nextInt(4) == 0) {
      toPublish = Optional.of(new ArrayDeque<>());
      mayBeLost(effects);
    } else {
      toPublish = Optional.of(new ArrayDeque<>(planted(effects)));
    }
  }

  /** Whoever answers before it publishes loses what a crash comes between. */
  private void mayBeLost(List<Effect> effects) {
    if (random.nextInt(4) > 0) {
      effects.forEach(published::add);
    }
  }

  private List<Effect> planted(List<Effect> effects) {
    boolean forgetful =
        plant == Plant.NO_CATCH_UP_FOR_LATE_STAYS && lastCommand.filter(TakeGoods.class::isInstance).isPresent();
    return forgetful
        ? effects.stream().filter(effect -> !isOfKind(Kind.ENVIRONMENT, effect)).toList()
        : effects;
  }

  private static boolean isOfKind(Kind kind, Effect effect) {
    return effect instanceof ViolationRevised revised && revised.revision().violation().kind() == kind;
  }

  @Override
  public void read(List<SequenceRange> rows) {
    toRead = Optional.of(rows);
  }

  @Override
  public void goOnSoon() {
    goOn = true;
  }

  @Override
  public void watch(long number) {
    watched = number;
  }

  @Override
  public void took(Asker<R> asker, R reply) {
    birth.ifPresent(Birth::isOver);
    asker.took().accept(reply);
  }

  @Override
  public void working(Asker<R> asker) {
    // who gets no answer is impatient and asks again
  }

  @Override
  public void failed(Asker<R> asker, String cause) {
    asker.failed().accept(cause);
  }

  @Override
  public void settled() {
    birth.ifPresent(Birth::isOver);
    recovering = false;
  }

  @Override
  public void stop() {
    restart();
    stoppedInOrder = true;
  }
}
