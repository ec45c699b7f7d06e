package kongo.rules;

import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import kongo.violation.Severity;

/** Takes a parsed file apart into rules, and what holds for all of them. */
final class RuleBookReader {

  private static final String EXPIRED = "expired";
  private static final String MISPLACED = "misplaced";
  private static final String MISROUTED = "misrouted";
  private static final Duration DEFAULT_HOLD = Duration.ofMinutes(90);
  /** How the parser names where a value is from that it put together from several files. */
  private static final String SEVERAL = "merge of ";
  private static final Set<String> KEYS =
      new TreeSet<>(Set.of("hold", "rules", "settle", PlausibleReader.METRICS, EXPIRED, MISPLACED, MISROUTED));

  private RuleBookReader() {}

  /** @param text that {@code root} was parsed from */
  static RuleBook read(ConfigObject root, String text, String file) {
    Problems problems = new Problems(file);
    GivenOnce.check(text, problems);
    Fields fields = Fields.of(root, "", problems);
    fields.allowOnly(KEYS);
    long hold = fields.millis("hold").orElse(DEFAULT_HOLD.toMillis());
    long settle = fields.settleMillis().orElse(0);
    SortedMap<String, Plausible> plausible = PlausibleReader.read(fields);
    BuiltIn builtIn = builtIn(fields);
    List<Rule> rules = rules(root, hold, problems);
    problems.refuseIfAny();
    return RuleBooks.of(rules, settle, plausible, builtIn);
  }

  private static BuiltIn builtIn(Fields book) {
    Optional<Fields> expired = only(book, EXPIRED, Set.of(RankingReader.LATCH, RankingReader.SEVERITY));
    return new BuiltIn(
        expired.map(fields -> RankingReader.read(fields, false)).orElse(BuiltIn.DEFAULT.expired()),
        severity(book, MISPLACED, BuiltIn.DEFAULT.misplaced()),
        severity(book, MISROUTED, BuiltIn.DEFAULT.misrouted()));
  }

  private static Severity severity(Fields book, String kind, Severity otherwise) {
    return only(book, kind, Set.of(RankingReader.SEVERITY)).map(fields -> RankingReader.severity(fields, otherwise)).orElse(otherwise);
  }

  private static Optional<Fields> only(Fields book, String kind, Set<String> keys) {
    Optional<Fields> found = book.within(kind, kind);
    found.ifPresent(fields -> fields.allowOnly(new TreeSet<>(keys)));
    return found;
  }

  private static List<Rule> rules(ConfigObject root, long defaultHold, Problems problems) {
    List<Rule> rules = new ArrayList<>();
    ConfigValue value = root.get("rules");
    if (!(value instanceof ConfigObject named)) {
      problems.add(root.origin(), "key rules", "is required and has to be an object of rules by their names");
      return rules;
    }
    named.keySet().stream().sorted().forEach(name -> rule(name, named.get(name), defaultHold, problems, rules));
    return rules;
  }

  private static void rule(String name, ConfigValue value, long defaultHold, Problems problems, List<Rule> rules) {
    if (value.valueType() != ConfigValueType.OBJECT) {
      problems.add(value.origin(), "rule " + name, "has to be an object with metric, bounds and the like");
      return;
    }
    if (value.origin().description().startsWith(SEVERAL)) {
      problems.add(0, "rule " + name, "is given in more than one file, " + value.origin().description());
    }
    new RuleReader(name, (ConfigObject) value, problems).read(defaultHold).ifPresent(rules::add);
  }
}
