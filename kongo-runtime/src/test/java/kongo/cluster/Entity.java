package kongo.cluster;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import kongo.location.LocationCommand.TakeGoods;
import kongo.violation.Kind;
import kongo.violation.Revision;

/**
 * One Goods or Location of the simulated cluster: its journal lasts, everything else is lost in a crash, which can come
 * between any two steps.
 */
final class Entity<C, E, R> {

  private record Request<C, R>(C command, Consumer<R> answer) {}

  private final Plant plant;
  private final Published published;
  private final Function<List<E>, Machine<C, E, R>> create;
  private final List<E> journal;

  private Optional<Machine<C, E, R>> snapshot = Optional.empty();
  private Optional<Machine<C, E, R>> running = Optional.empty();
  private final Deque<Request<C, R>> mailbox = new ArrayDeque<>();
  private final Deque<Revision> toPublish = new ArrayDeque<>();
  private Optional<E> toPersist = Optional.empty();
  private Optional<Request<C, R>> current = Optional.empty();

  Entity(Plant plant, Published published, List<E> journal, Function<List<E>, Machine<C, E, R>> create) {
    this.plant = plant;
    this.published = published;
    this.journal = journal;
    this.create = create;
  }

  Optional<Machine<C, E, R>> running() {
    return running;
  }

  void deliver(C command, Consumer<R> answer) {
    mailbox.add(new Request<>(command, answer));
  }

  boolean isBusy() {
    return current.isPresent() || !toPublish.isEmpty() || !mailbox.isEmpty();
  }

  void crash() {
    running = Optional.empty();
    current = Optional.empty();
    toPersist = Optional.empty();
    toPublish.clear();
    mailbox.clear();
  }

  /** Keeps the state as of now, if there is nothing under way. */
  void takeSnapshot() {
    if (toPersist.isEmpty()) {
      snapshot = running.map(Machine::copied);
    }
  }

  /** The next thing that this entity does. */
  void step() {
    if (running.isEmpty()) {
      recover();
    } else if (toPersist.isPresent()) {
      journal.add(toPersist.get());
      toPersist = Optional.empty();
      if (plant == Plant.COMMIT_BEFORE_PUBLICATION) {
        answer();
      }
    } else if (!toPublish.isEmpty()) {
      publish(toPublish.remove());
    } else if (current.isPresent()) {
      answer();
    } else if (!mailbox.isEmpty()) {
      begin(mailbox.remove());
    }
  }

  private void recover() {
    Machine<C, E, R> machine = snapshot.map(Machine::copied).orElseGet(() -> create.apply(journal));
    for (int i = (int) machine.version(); i < journal.size(); i++) {
      machine.apply(i + 1, journal.get(i));
    }
    if (plant != Plant.EFFECTS_NOT_DRIVEN_AGAIN) {
      toPublish.addAll(machine.effects());
    }
    running = Optional.of(machine);
  }

  private void begin(Request<C, R> request) {
    Machine<C, E, R> machine = running.orElseThrow();
    current = Optional.of(request);
    Optional<E> event = machine.decide(request.command());
    if (event.isPresent()) {
      machine.apply(machine.version() + 1, event.get());
      toPublish.addAll(planted(request.command(), machine.effects()));
      toPersist = event;
    }
  }

  private List<Revision> planted(C command, List<Revision> effects) {
    boolean forgetful = plant == Plant.NO_CATCH_UP_FOR_LATE_STAYS && command instanceof TakeGoods;
    return forgetful ? effects.stream().filter(revision -> revision.violation().kind() != Kind.ENVIRONMENT).toList() : effects;
  }

  private void publish(Revision revision) {
    if (plant == Plant.OTHERS_STALE_AFTER_A_SWAP && published.differsOnlyInOthers(revision)) {
      return;
    }
    published.add(plant == Plant.OLDER_REVISION_PUBLISHED_AGAIN ? published.asBefore(revision) : revision);
  }

  private void answer() {
    current.ifPresent(request -> request.answer().accept(running.orElseThrow().reply(request.command())));
    current = Optional.empty();
  }
}
