package kongo.cluster;

import java.util.List;
import java.util.Optional;
import kongo.effect.Effect;
import kongo.entity.Machine;
import kongo.location.LocationEvent.ReadingsAccepted;
import kongo.location.SequenceRange;
import kongo.violation.Decision;

/** A machine with a fault in how it decides: a plant. */
record Falsified<C, E, R, M extends Machine<C, E, R>>(M machine, Fault<C, E> fault) implements Machine<C, E, R> {

  /** Of such a machine. */
  record Planted<C, E, R, M extends Machine<C, E, R>>(Life<C, E, R, M> life, Fault<C, E> fault)
      implements Life<C, E, R, Falsified<C, E, R, M>> {

    @Override
    public Falsified<C, E, R, M> empty() {
      return new Falsified<>(life.empty(), fault);
    }

    @Override
    public Falsified<C, E, R, M> copied(Falsified<C, E, R, M> planted) {
      return new Falsified<>(life.copied(planted.machine), fault);
    }
  }

  @Override
  public Decision<E> decide(C command) {
    return fault.decide(command, machine::decide);
  }

  @Override
  public boolean hasToWait(C command) {
    return machine.hasToWait(command);
  }

  @Override
  public Optional<C> news() {
    return machine.news();
  }

  @Override
  public long version() {
    return machine.version();
  }

  @Override
  public void apply(long sequenceNr, E event) {
    machine.apply(sequenceNr, event);
  }

  @Override
  public List<Effect> effects() {
    return machine.effects();
  }

  @Override
  public R reply(C command, Decision<E> decision) {
    return machine.reply(command, decision);
  }

  @Override
  public long firstRowNeeded() {
    return machine.firstRowNeeded();
  }

  @Override
  public E effectsPublished() {
    return machine.effectsPublished();
  }

  @Override
  public void learn(List<SequenceRange> ranges, List<ReadingsAccepted> rows) {
    machine.learn(ranges, rows);
  }

  @Override
  public void forget() {
    machine.forget();
  }
}
