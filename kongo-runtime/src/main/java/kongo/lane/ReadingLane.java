package kongo.lane;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntSupplier;
import kongo.stream.Ask;
import kongo.stream.BatchSteps;
import kongo.stream.HeldReadings;
import kongo.stream.HeldReadings.Delivery;
import kongo.stream.Ticket;

/** A lane of readings: those that may matter go to their Location at once, harmless ones wait for others for a while. */
public final class ReadingLane<B, L> implements PartitionLane<B> {

  private final HeldReadings<B> held;
  private final BatchSteps<B> steps;
  private final LaneShell<B, L> shell;
  private final Questions<B, L> questions;
  private final IntSupplier mostAtOnce;
  private final Map<Ask, Delivery<B>> underWay = new IdentityHashMap<>();

  /** Adds the readings of a batch, and answers the dead letters of the records that cannot be used. */
  @FunctionalInterface
  public interface Intake<B, L> {
    List<L> read(HeldReadings<B> held, Ticket<B> ticket);
  }

  /** @param mostAtOnce so many Locations are given readings at once, and so many entities are asked something else */
  public ReadingLane(HeldReadings<B> held, BatchSteps<B> steps, LaneShell<B, L> shell, IntSupplier mostAtOnce) {
    this.held = held;
    this.steps = steps;
    this.shell = shell;
    this.mostAtOnce = mostAtOnce;
    this.questions = new Questions<>(steps, shell, this::ended, mostAtOnce);
  }

  /** Takes the next batch; {@link #goOn} follows. */
  public void take(B batch, Intake<B, L> intake) {
    Ticket<B> ticket = held.open(batch);
    questions.bury(List.of(ticket), intake.read(held, ticket));
    held.close(ticket);
  }

  /** Looks for readings that have waited long enough; {@link #goOn} follows. */
  public void look(long now) {
    held.look(now);
  }

  /** Nothing comes now, but it will: what waits does not wait in vain. */
  public void expectMore(long now) {
    held.expectMore(now);
  }

  /** No more records come: nothing waits for others. */
  public void close() {
    held.closeAll();
  }

  /** How many Locations have readings that wait. */
  public int locations() {
    return held.locations();
  }

  @Override
  public void goOn() {
    for (Delivery<B> delivery : held.due(mostAtOnce.getAsInt() + shell.stuck())) {
      underWay.put(steps.readings(delivery.tickets(), delivery.location(), delivery.readings()), delivery);
    }
    questions.goOn();
  }

  /** Goods that have to hear that their time has come hold the batch, but not the Location. */
  private void ended(Ask ask) {
    Delivery<B> delivery = underWay.remove(ask);
    if (delivery != null) {
      held.delivered(delivery);
    }
  }

  @Override
  public List<B> settled() {
    return held.settled().map(List::of).orElse(List.of());
  }

  @Override
  public boolean hasRoom() {
    return held.hasRoom();
  }

  @Override
  public boolean isIdle() {
    return held.isIdle();
  }

  @Override
  public boolean isAtRest() {
    return held.isAtRest();
  }
}
