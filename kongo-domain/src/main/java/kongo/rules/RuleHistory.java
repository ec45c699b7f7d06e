package kongo.rules;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import kongo.registry.Timeline;

/**
 * The books of a cluster: which was sent when, and from which event time on each holds (section 11 of
 * docs/semantics.md). Immutable. At each moment that one is in force that was sent last of those that hold then.
 *
 * @param sent by offset, the first one holds since ever
 */
public record RuleHistory(List<Sent> sent) {

  /** Of a book that holds since ever. */
  public static final long EVER = Long.MIN_VALUE;

  /** The offset of the book that the nodes were configured with, which counts as sent before all others. */
  public static final long CONFIGURED = -1;

  /**
   * @param offset of its record
   * @param from event time in milliseconds from which on it holds, {@link #EVER} if it always did
   */
  public record Sent(long offset, long from, RuleBook book) {}

  public RuleHistory {
    sent = sent.stream().sorted(Comparator.comparingLong(Sent::offset)).toList();
    if (sent.isEmpty() || sent.get(0).from() != EVER) {
      throw new IllegalArgumentException("the first book has to hold since ever");
    }
  }

  public static RuleHistory of(RuleBook configured) {
    return new RuleHistory(List.of(new Sent(CONFIGURED, EVER, configured)));
  }

  public RuleHistory and(long offset, long from, RuleBook book) {
    List<Sent> more = new ArrayList<>(sent);
    more.add(new Sent(offset, from, book));
    return new RuleHistory(more);
  }

  /**
   * As it was when the book of this offset had just been sent.
   *
   * @throws UnknownBook if there is none of this offset
   */
  public RuleHistory upTo(long version) {
    List<Sent> earlier = sent.stream().filter(one -> one.offset() <= version).toList();
    if (earlier.isEmpty() || earlier.get(earlier.size() - 1).offset() != version) {
      throw new UnknownBook(version, version());
    }
    return new RuleHistory(earlier);
  }

  /** The shortest time, in milliseconds, after which any of the books calls a sensor silent; empty if none does. */
  public OptionalLong shortestSilence() {
    return sent.stream()
        .flatMap(one -> one.book().rules().stream())
        .map(Rule::condition)
        .filter(Silence.class::isInstance)
        .mapToLong(condition -> ((Silence) condition).silentMillis())
        .min();
  }

  /** The book in force at each moment. */
  public Timeline<RuleBook> inForce() {
    Timeline<RuleBook> books = Timeline.none();
    for (Sent one : sent) {
      books = books.from(one.from(), Optional.of(one.book()));
    }
    return books;
  }

  /** Offset of the last one that was sent: what a history is known by. */
  public long version() {
    return sent.get(sent.size() - 1).offset();
  }
}
