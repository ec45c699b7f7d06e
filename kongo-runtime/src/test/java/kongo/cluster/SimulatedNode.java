package kongo.cluster;

import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import kongo.location.PlantedRules;
import kongo.location.RuleIndex;
import kongo.reference.InputTopic;
import kongo.reference.LogRecord.OfBook;
import kongo.rules.RuleBook;
import kongo.rules.RuleHistory;
import kongo.spread.RulesHere;
import kongo.violation.Cause;

/**
 * One node of the simulated cluster as far as rule books go: those that it has read, and who begins there. Entities come to
 * it, and leave it with it.
 */
final class SimulatedNode {

  /** What a plant makes of the books. */
  record Law(Function<RuleHistory, RuleIndex> indexes, UnaryOperator<OfBook> heard) {}

  private final String name;
  private final RuleBook configured;
  private final List<OfBook> log;
  private final Law law;
  private RulesHere rules;
  private int read;
  private int starts;

  /** @param log all that will ever be sent */
  SimulatedNode(String name, RuleBook configured, List<OfBook> log, Law law) {
    this.name = name;
    this.configured = configured;
    this.log = log;
    this.law = law;
    start(0);
  }

  /**
   * It begins, and takes part when it has read all books.
   *
   * @param sent so many books are in the log
   */
  void start(int sent) {
    starts++;
    RuleHistory first = RuleHistory.of(configured);
    rules = new RulesHere(PlantedRules.versions(first, law.indexes), first);
    read = 0;
    while (read < sent) {
      readOne();
    }
  }

  /** One that is started again is another one. */
  String name() {
    return name + "#" + starts;
  }

  RulesHere rules() {
    return rules;
  }

  boolean hasRead(int sent) {
    return read >= sent;
  }

  void readOne() {
    take(log.get(read));
    read++;
  }

  /** Whoever reads may begin again with any book. */
  void readAgain(int from) {
    log.subList(Math.min(from, read), read).forEach(this::take);
  }

  private void take(OfBook record) {
    OfBook book = law.heard.apply(record);
    rules.take(book.offset(), book.from(), book.book(), new Cause(InputTopic.RULES.name(), book.partition(), book.offset(), 0));
  }
}
