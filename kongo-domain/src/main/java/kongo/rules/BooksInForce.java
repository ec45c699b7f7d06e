package kongo.rules;

import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;

/** When each of the rule books that were sent is in force, if nothing else is sent. */
public record BooksInForce(RuleHistory history) {

  /** What a rule book is at a moment. */
  public enum State {
    /** It counts now. */
    NOW,
    /** It counted for some time that has passed. */
    PAST,
    /** It will count. */
    SCHEDULED,
    /** It counts for no time at all: others were sent after it. */
    NEVER;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public State state(long version, long now) {
    if (at(now) == version) {
      return State.NOW;
    }
    List<Long> begins = begins().filter(begin -> at(begin) == version).boxed().toList();
    if (begins.isEmpty()) {
      return State.NEVER;
    }
    return begins.stream().anyMatch(begin -> begin <= now) ? State.PAST : State.SCHEDULED;
  }

  /** The version in force then. */
  public long at(long time) {
    return history.sent().stream().filter(sent -> sent.from() <= time).mapToLong(RuleHistory.Sent::offset).max().orElseThrow();
  }

  /** Versions that count for some time from then on. */
  public List<Long> from(long time) {
    return LongStream.concat(LongStream.of(time), begins().filter(begin -> begin > time)).map(this::at).distinct().boxed().toList();
  }

  private LongStream begins() {
    return history.sent().stream().mapToLong(RuleHistory.Sent::from);
  }
}
