package kongo.alarm;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import kongo.registry.Timeline;
import kongo.rules.RuleBook;
import kongo.rules.RuleHistory;

/** The {@code merge} of each rule by the book in force at a time. */
final class Merges {

  private final Timeline<RuleBook> books;
  private final Map<String, Timeline<Long>> known = new HashMap<>();

  Merges(RuleHistory history) {
    books = history.inForce();
  }

  /** In milliseconds; 0 where nothing is merged, or there is no such rule. */
  long at(String rule, long time) {
    return known.computeIfAbsent(rule, this::inTime).at(time).orElseThrow();
  }

  private Timeline<Long> inTime(String rule) {
    Timeline<Long> merges = Timeline.none();
    for (Timeline.Part<RuleBook> part : books.parts()) {
      merges = merges.from(part.from(), Optional.of(merge(part.value().orElseThrow(), rule)));
    }
    return merges;
  }

  private static long merge(RuleBook book, String name) {
    return book.rules().stream().filter(rule -> rule.name().equals(name)).findFirst().map(rule -> rule.damping().mergeMillis()).orElse(0L);
  }
}
