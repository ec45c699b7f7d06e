package kongo.doctor.symptom;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import kongo.registry.Timeline;
import kongo.rules.RuleBook;
import kongo.rules.RuleHistory;

/** The names that the rules know at each time: those of the rule book in force then. Immutable, so any thread may ask. */
public final class Vocabularies {

  private final List<Long> begins = new ArrayList<>();
  private final List<Vocabulary> inForce = new ArrayList<>();
  private final Set<String> always;

  public Vocabularies(RuleHistory books) {
    for (Timeline.Part<RuleBook> part : books.inForce().parts()) {
      begins.add(part.from());
      inForce.add(new Vocabulary(part.value().orElseThrow()));
    }
    always = new HashSet<>(inForce.get(0).metrics());
    inForce.forEach(each -> always.retainAll(each.metrics()));
    always.add(Vocabulary.CLOCK);
  }

  /** Of the book in force at this event time, in milliseconds. */
  public Vocabulary at(long time) {
    int i = begins.size() - 1;
    while (begins.get(i) > time) {
      i--;
    }
    return inForce.get(i);
  }

  /** Whether readings of the metric mean something at every time. */
  public boolean meanAlways(String metric) {
    return always.contains(metric);
  }

  /** Whether a reading of the metric at this time means something: to a rule, or as a sign of time. */
  public boolean mean(String metric, long time) {
    return always.contains(metric) || at(time).means(metric);
  }
}
