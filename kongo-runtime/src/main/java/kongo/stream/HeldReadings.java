package kongo.stream;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import kongo.location.DeferralHint;
import kongo.location.Reading;
import kongo.location.ReadingBatch;
import kongo.violation.Correction;
import kongo.violation.Source;

/**
 * The readings of one partition on their way to their Locations, as a state machine without I/O. Harmless ones wait for
 * others, so that a Location takes many at once; whatever may matter goes at once, with all that waits before it. At
 * most one delivery per Location is under way, so that readings reach it in the order of their offsets. A batch is
 * settled when all its readings are; what is not settled when the partition goes elsewhere is read again there. Used by
 * one thread at a time.
 *
 * @param <T> what the stream knows a batch by
 */
public final class HeldReadings<T> {

  /** While there is no room, one part of so many of the window is on its way: when one has arrived, the next can leave. */
  private static final int LEAVING = 8;

  private final Source source;
  private final Supplier<HoldLimits> limits;
  private final Function<String, Optional<DeferralHint>> harmless;
  private final Map<String, Deque<Waiting<T>>> waiting = new LinkedHashMap<>();
  private final Set<String> ready = new LinkedHashSet<>();
  private final Map<String, Delivery<T>> underWay = new LinkedHashMap<>();
  private final Ticket.Line<T> tickets = new Ticket.Line<>();
  private final Allowance rows;
  private int held;
  private long lastAdded;
  private boolean closing;

  /** The same with limits that stay as they are. */
  public HeldReadings(Source source, HoldLimits limits, Function<String, Optional<DeferralHint>> harmless) {
    this(source, () -> limits, harmless);
  }

  /**
   * @param limits are asked for each time that they count
   * @param harmless what is known of a Location; empty: everything may matter
   */
  public HeldReadings(Source source, Supplier<HoldLimits> limits, Function<String, Optional<DeferralHint>> harmless) {
    this.source = source;
    this.limits = limits;
    this.harmless = harmless;
    this.rows = new Allowance(limits.get().rowsPerSecond());
  }

  /**
   * What has to be taken by a Location now; {@link #delivered} follows.
   *
   * @param matters whether any of the readings may change a violation
   */
  public record Delivery<T>(String location, ReadingBatch readings, List<Ticket<T>> tickets, boolean matters) {}

  /** The next batch begins; it stays open until it is {@link #close}d, too. */
  public Ticket<T> open(T batch) {
    return tickets.open(batch);
  }

  /**
   * Takes a reading of an open batch. One that corrects or is void never waits.
   *
   * @param now a clock in milliseconds
   */
  public void add(
      Ticket<T> ticket, String location, Reading reading, Correction correction, long offset, long timestamp, long now) {
    add(ticket, location, false, reading, correction, offset, timestamp, now);
  }

  /** @param byGoods whether the record names the place as a Goods */
  public void add(
      Ticket<T> ticket, String location, boolean byGoods, Reading reading, Correction correction, long offset, long timestamp,
      long now) {
    HoldLimits most = limits.get();
    Deque<Waiting<T>> queue = waiting.computeIfAbsent(location, first -> new ArrayDeque<>(1));
    if (queue.isEmpty() || queue.peekLast().size() >= most.readings()) {
      queue.add(begin(location, now));
    }
    if (queue.peekLast().add(ticket, byGoods, reading, correction.code(), offset, timestamp)) {
      ticket.hold();
    }
    held++;
    lastAdded = now;
    if (queue.peekLast().isReady(most)) {
      ready.add(location);
    }
  }

  private Waiting<T> begin(String location, long now) {
    Delivery<T> before = underWay.get(location);
    return new Waiting<>(harmless.apply(location), now, before != null && before.matters());
  }

  public void close(Ticket<T> ticket) {
    ticket.release();
  }

  /** Nothing comes now, but it will: what waits does not wait in vain. */
  public void expectMore(long now) {
    lastAdded = now;
  }

  /** Nothing waits for others any more. */
  public void closeAll() {
    closing = true;
  }

  /**
   * Looks for readings that have waited long enough; of many Locations those first that have waited longest. When nothing
   * has come for a while, there is nothing to wait for.
   */
  public void look(long now) {
    rows.refill(now, limits.get().rowsPerSecond());
    boolean everything = closing || now - lastAdded >= limits.get().millis();
    waiting.forEach((location, queue) -> {
      if (!ready.contains(location)) {
        queue.peek().review(harmless.apply(location));
        if (everything || isDue(queue.peek(), now)) {
          ready.add(location);
        }
      }
    });
  }

  private boolean isDue(Waiting<T> first, long now) {
    return first.isReady(limits.get()) || hasWaited(now - first.since());
  }

  private boolean hasWaited(long millis) {
    HoldLimits most = limits.get();
    return millis >= most.longestMillis() || (millis >= most.millis() && rows.take());
  }

  /**
   * Deliveries to start now. If there is no room, some are among them that have waited longest: not all, since the longer
   * the others wait the more readings go together.
   *
   * @param most so many at most are under way
   */
  public List<Delivery<T>> due(int most) {
    if (underWay.size() >= most) {
      return List.of();
    }
    if (!hasRoom()) {
      makeRoom();
    }
    List<String> next =
        ready.stream().filter(location -> !underWay.containsKey(location)).limit(most - underWay.size()).toList();
    return next.stream().map(this::deliver).toList();
  }

  private void makeRoom() {
    int more = Math.max(1, limits.get().window() / LEAVING) - leaving();
    Iterator<Map.Entry<String, Deque<Waiting<T>>>> longest = waiting.entrySet().iterator();
    while (more > 0 && longest.hasNext()) {
      Map.Entry<String, Deque<Waiting<T>>> next = longest.next();
      more -= ready.add(next.getKey()) ? next.getValue().peek().size() : 0;
    }
  }

  private int leaving() {
    int onTheirWay = underWay.values().stream().mapToInt(delivery -> delivery.readings().size()).sum();
    return onTheirWay + ready.stream().mapToInt(location -> waiting.get(location).peek().size()).sum();
  }

  private Delivery<T> deliver(String location) {
    Deque<Waiting<T>> queue = waiting.get(location);
    Delivery<T> delivery = queue.remove().delivery(location, source);
    underWay.put(location, delivery);
    if (queue.isEmpty()) {
      waiting.remove(location);
      ready.remove(location);
    }
    return delivery;
  }

  /** The Location has taken it, and all effects are durable and published. */
  public void delivered(Delivery<T> delivery) {
    underWay.remove(delivery.location());
    held -= delivery.readings().size();
    delivery.tickets().forEach(Ticket::release);
  }

  /** The last of the batches that are settled by now with all before them, if there is a new one. */
  public Optional<T> settled() {
    return tickets.settled();
  }

  /** Whether another batch may be opened. */
  public boolean hasRoom() {
    return held < limits.get().window();
  }

  /** How many Locations have readings that wait. */
  public int locations() {
    return waiting.size();
  }

  /** Whether all batches have been told to be settled, too. */
  public boolean isIdle() {
    return tickets.isEmpty();
  }

  /** Whether nothing waits and nothing is under way. */
  public boolean isAtRest() {
    return tickets.isSettled();
  }
}
