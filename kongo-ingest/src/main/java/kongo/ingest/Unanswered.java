package kongo.ingest;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * The asks of a node that are repeated because their entity is silent or fails. They go on for as long as it takes; that
 * one takes long has to be seen. Thread-safe.
 */
final class Unanswered {

  private final LongSupplier nanos;
  private final Map<Object, Silence> asks = new ConcurrentHashMap<>();

  private record Silence(String subject, Lane lane, long since) {}

  /** @param nanos a clock */
  Unanswered(LongSupplier nanos) {
    this.nanos = nanos;
  }

  /**
   * An ask has to be repeated, and not because its entity is at work; {@link #heard} follows.
   *
   * @param ask that it is known by
   */
  void silent(Object ask, String subject, Lane lane) {
    asks.computeIfAbsent(ask, first -> new Silence(subject, lane, nanos.getAsLong()));
  }

  /** It is answered, given up, or its entity is at work. */
  void heard(Object ask) {
    asks.remove(ask);
  }

  /** Who has been silent for longer than this, in words: the one that has been for longest, and how many others. */
  Optional<String> longerThan(Duration patience) {
    long now = nanos.getAsLong();
    List<Silence> late =
        asks.values().stream()
            .filter(one -> now - one.since > patience.toNanos())
            .sorted(Comparator.comparingLong(Silence::since))
            .toList();
    return late.stream().findFirst().map(first ->
        "%s has not answered for %d s (%s)%s".formatted(
            first.subject, Duration.ofNanos(now - first.since).toSeconds(), first.lane,
            late.size() > 1 ? ", and " + (late.size() - 1) + " more" : ""));
  }
}
