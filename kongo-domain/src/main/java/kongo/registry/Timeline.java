package kongo.registry;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * What was said of something for which moments of event time: at each moment one value holds, or none. Immutable.
 *
 * @param parts by time, the first since {@link #EVER}; neighbours differ
 */
public record Timeline<T>(List<Part<T>> parts) {

  public static final long EVER = Long.MIN_VALUE;

  /**
   * @param from event time in milliseconds from which on it holds, up to the next part
   * @param value empty: nothing holds
   */
  public record Part<T>(long from, Optional<T> value) {}

  public Timeline {
    parts = List.copyOf(parts);
  }

  /** Nothing at any time. */
  public static <T> Timeline<T> none() {
    return new Timeline<>(List.of(new Part<>(EVER, Optional.empty())));
  }

  public static <T> Timeline<T> always(T value) {
    return new Timeline<>(List.of(new Part<>(EVER, Optional.of(value))));
  }

  /** As it is when this is said last of all: it holds from then on, whatever was said before of that time. */
  public Timeline<T> from(long from, Optional<T> value) {
    List<Part<T>> kept = new ArrayList<>();
    for (Part<T> part : parts) {
      if (part.from() < from) {
        kept.add(part);
      }
    }
    if (kept.isEmpty() || !kept.get(kept.size() - 1).value().equals(value)) {
      kept.add(new Part<>(kept.isEmpty() ? EVER : from, value));
    }
    return new Timeline<>(kept);
  }

  /** What holds then. */
  public Optional<T> at(long time) {
    return parts.get(indexAt(time)).value();
  }

  private int indexAt(long time) {
    int i = parts.size() - 1;
    while (parts.get(i).from() > time) {
      i--;
    }
    return i;
  }

  /** The first moment at which the other one says otherwise. */
  public OptionalLong firstDifference(Timeline<T> other) {
    return Stream.concat(parts.stream(), other.parts.stream())
        .mapToLong(Part::from)
        .sorted()
        .filter(time -> !at(time).equals(other.at(time)))
        .findFirst();
  }

  /** What holds at the end of time. */
  public Optional<T> last() {
    return parts.get(parts.size() - 1).value();
  }

  /** Where another value begins to hold, later than this time and not after the other one. */
  public List<Long> changesWithin(long after, long upTo) {
    return parts.stream().map(Part::from).filter(from -> from > after && from <= upTo).toList();
  }

  /** The same of what holds at each moment: where that says nothing new any more, there is no part. */
  public Timeline<T> map(UnaryOperator<T> change) {
    List<Part<T>> mapped = new ArrayList<>();
    for (Part<T> part : parts) {
      Optional<T> value = part.value().map(change);
      if (mapped.isEmpty() || !mapped.get(mapped.size() - 1).value().equals(value)) {
        mapped.add(new Part<>(part.from(), value));
      }
    }
    return new Timeline<>(mapped);
  }

  /** The same, and this where nothing holds. */
  public Timeline<T> orElse(T value) {
    Timeline<T> filled = none();
    for (Part<T> part : parts) {
      filled = filled.from(part.from(), Optional.of(part.value().orElse(value)));
    }
    return filled;
  }

  /** The same without what held only before this time. */
  public Timeline<T> since(long time) {
    int first = indexAt(time);
    if (first == 0) {
      return this;
    }
    List<Part<T>> kept = new ArrayList<>(parts.subList(first, parts.size()));
    kept.set(0, new Part<>(EVER, kept.get(0).value()));
    return new Timeline<>(kept);
  }
}
