package kongo.doctor.finding;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** How often something was seen, by what it was seen of, each with an example. */
public final class Sightings {

  /** What was seen of one subject. */
  private static final class Seen {
    final String subject;
    long count;
    long rank;
    String example = "";
    Optional<RecordAt> at = Optional.empty();

    Seen(String subject) {
      this.subject = subject;
    }

    void take(long times, RecordAt record, long newRank, Supplier<String> words) {
      count += times;
      if (at.isEmpty() || newRank > rank) {
        at = Optional.of(record);
        rank = newRank;
        example = words.get();
      }
    }

    Item item(Function<String, Optional<String>> guess) {
      return new Item(subject, count, example, guess.apply(subject), at.orElseThrow());
    }
  }

  private static final Comparator<Seen> MOST_FIRST =
      Comparator.comparingLong((Seen seen) -> -seen.count).thenComparing(seen -> seen.subject);

  private final Remembered<String, Seen> seen;
  private final int named;

  public Sightings(Memory memory) {
    this.named = memory.limits().items();
    this.seen = memory.remembered();
  }

  /** The first example is kept. */
  public void add(String subject, RecordAt at, Supplier<String> example) {
    add(subject, at, 0, example);
  }

  /** The example of the highest rank is kept, the first of equals. */
  public void add(String subject, RecordAt at, long rank, Supplier<String> example) {
    seen.of(subject, () -> new Seen(subject)).ifPresent(known -> known.take(1, at, rank, example));
  }

  /** So often at once. */
  public void addMany(String subject, long times, RecordAt at, String example) {
    seen.of(subject, () -> new Seen(subject)).ifPresent(known -> known.take(times, at, 0, () -> example));
  }

  /** What was seen, if anything was. */
  public List<Finding> findings(Heading heading) {
    return findings(heading, subject -> true, subject -> Optional.empty());
  }

  /**
   * What was seen, as two findings: of some subjects, and of all others.
   *
   * @param guess what may be meant by a subject
   */
  public List<Finding> findings(Heading some, Heading others, Predicate<String> isOneOfSome, Function<String, Optional<String>> guess) {
    return Stream.of(findings(some, isOneOfSome, guess), findings(others, isOneOfSome.negate(), guess)).flatMap(List::stream).toList();
  }

  /** The same, where those that something may be meant by are the some. */
  public List<Finding> findings(Heading guessed, Heading others, Function<String, Optional<String>> guess) {
    return findings(guessed, others, subject -> guess.apply(subject).isPresent(), guess);
  }

  /**
   * What was seen of some subjects, if anything was.
   *
   * @param guess what may be meant by a subject; asked of those alone that are named
   */
  public List<Finding> findings(Heading heading, Predicate<String> which, Function<String, Optional<String>> guess) {
    List<Seen> wanted = new ArrayList<>();
    seen.forEach((subject, known) -> {
      if (which.test(subject)) {
        wanted.add(known);
      }
    });
    if (wanted.isEmpty()) {
      return List.of();
    }
    List<Item> items = wanted.stream().sorted(MOST_FIRST).limit(named).map(each -> each.item(guess)).toList();
    return List.of(new Finding(heading, items, wanted.size() - items.size()));
  }
}
