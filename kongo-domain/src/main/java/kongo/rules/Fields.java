package kongo.rules;

import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigList;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigRenderOptions;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueType;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/** The values of one object in a rule book; what is wrongly typed is noted as a problem and counts as absent. */
final class Fields {

  private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z0-9_.:-]{1,128}");
  private static final Pattern NUMBER = Pattern.compile("-?[0-9]+(\\.[0-9]+)?([eE][+-]?[0-9]+)?");

  /** Far below what the parser's own arithmetic of durations would clamp in silence (292 years). */
  private static final Duration LONGEST_HOLD = Duration.ofDays(36_500);

  private final ConfigObject object;
  private final String rule;
  private final Problems problems;

  private Fields(ConfigObject object, String rule, Problems problems) {
    this.object = object;
    this.rule = rule;
    this.problems = problems;
  }

  /** The fields of a rule, or of the file itself if {@code rule} is empty. */
  static Fields of(ConfigObject object, String rule, Problems problems) {
    return new Fields(object, rule, problems);
  }

  static boolean isIdentifier(String text) {
    return IDENTIFIER.matcher(text).matches() && !text.equals("-");
  }

  boolean has(String key) {
    return object.containsKey(key);
  }

  void refuse(String key, String sentence) {
    String where = rule.isEmpty() ? "key " + key : "rule " + rule + ", key " + key;
    problems.add(has(key) ? object.get(key).origin() : object.origin(), where, sentence);
  }

  /** Refuses the rule itself. */
  void refuse(String sentence) {
    problems.add(object.origin(), "rule " + rule, sentence);
  }

  /** A text, where {@code allowed} completes "has to be". */
  Optional<String> text(String key, String allowed) {
    if (has(key) && object.get(key).valueType() != ConfigValueType.STRING) {
      refuse(key, "is " + shown(key) + " but has to be " + allowed);
      return Optional.empty();
    }
    return Optional.ofNullable(object.get(key)).map(value -> (String) value.unwrapped());
  }

  /** One of an enum's names. */
  <E extends Enum<E>> Optional<E> oneOf(String key, Class<E> type, String allowed) {
    Optional<String> text = text(key, allowed);
    Optional<E> constant =
        text.flatMap(name -> List.of(type.getEnumConstants()).stream().filter(e -> e.name().equals(name)).findFirst());
    if (text.isPresent() && constant.isEmpty()) {
      refuse(key, "is " + shown(key) + " but has to be " + allowed);
    }
    return constant;
  }

  /** A bound, which is a number or, where the key may say so, {@code maxWeight}. */
  Optional<Bound> bound(String key, boolean inclusive, boolean mayNameMaxWeight) {
    if (!has(key)) {
      return Optional.empty();
    }
    if (mayNameMaxWeight && "maxWeight".equals(object.get(key).unwrapped())) {
      return Optional.of(new Bound(0, inclusive, true));
    }
    double number = number(object.get(key));
    if (Double.isFinite(number)) {
      return Optional.of(new Bound(number, inclusive, false));
    }
    refuse(key, "is " + shown(key) + " but has to be a finite number" + (mayNameMaxWeight ? " or maxWeight" : ""));
    return Optional.empty();
  }

  /** NaN if it is no number; a text that reads as one is one, as everywhere in HOCON. */
  private static double number(ConfigValue value) {
    boolean numeric = value.valueType() == ConfigValueType.NUMBER;
    boolean readsAsNumber = value.unwrapped() instanceof String text && NUMBER.matcher(text).matches();
    // + 0.0 because -0 and 0 are the same bound and must give the same hash
    return numeric || readsAsNumber ? Double.parseDouble(value.unwrapped().toString()) + 0.0 : Double.NaN;
  }

  /** The sorted identifiers of a list that is not empty. */
  Optional<List<String>> identifiers(String key) {
    if (has(key) && object.get(key) instanceof ConfigList list && !list.isEmpty()) {
      List<Object> elements = list.unwrapped();
      if (elements.stream().allMatch(e -> e instanceof String text && isIdentifier(text))) {
        return Optional.of(elements.stream().map(String.class::cast).sorted().distinct().toList());
      }
    }
    refuse(key, (has(key) ? "is " + shown(key) + " but" : "is missing, it")
        + " has to be a list of categories, at least one,"
        + " each 1 to 128 characters of A-Z a-z 0-9 . _ : - and not - alone");
    return Optional.empty();
  }

  OptionalLong holdMillis() {
    if (!has("hold")) {
      return OptionalLong.empty();
    }
    try {
      // a bare number would silently be taken as milliseconds
      boolean hasUnit =
          object.get("hold").unwrapped() instanceof String text && !NUMBER.matcher(text.strip()).matches();
      Duration hold = hasUnit ? object.toConfig().getDuration("hold") : Duration.ZERO;
      if (hold.toNanos() % 1_000_000 == 0 && hold.toMillis() > 0 && hold.compareTo(LONGEST_HOLD) <= 0) {
        return OptionalLong.of(hold.toMillis());
      }
    } catch (ConfigException e) {
      // refused below in our own words
    }
    refuse("hold",
        "is " + shown("hold") + " but has to be a positive duration in whole milliseconds with its unit, at most 36500d,"
            + " such as 90m");
    return OptionalLong.empty();
  }

  private String shown(String key) {
    return object.get(key).render(ConfigRenderOptions.concise());
  }
}
