package kongo.rules;

import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Takes a parsed file apart into rules. */
final class RuleBookReader {

  private static final Duration DEFAULT_HOLD = Duration.ofMinutes(90);
  /** How the parser names where a value is from that it put together from several files. */
  private static final String SEVERAL = "merge of ";
  private static final Set<String> KEYS = Set.of("hold", "rules");

  private RuleBookReader() {}

  /** @param text that {@code root} was parsed from */
  static List<Rule> read(ConfigObject root, String text, String file) {
    Problems problems = new Problems(file);
    GivenOnce.check(text, problems);
    root.keySet().stream()
        .filter(key -> !KEYS.contains(key))
        .sorted()
        .forEach(key -> problems.add(root.get(key).origin(), "key " + key, "is unknown, allowed are hold and rules"));
    long hold = Fields.of(root, "", problems).holdMillis().orElse(DEFAULT_HOLD.toMillis());
    List<Rule> rules = rules(root, hold, problems);
    problems.refuseIfAny();
    return rules;
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
