package kongo.rules;

import com.typesafe.config.ConfigList;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigRenderOptions;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The values of one object in a rule book; what is wrongly typed is noted as a problem and counts as absent. */
final class Fields {

  private static final Pattern IDENTIFIER = Pattern.compile("[!-~]{1,256}");
  /** What an identifier is, in words. */
  static final String IDENTIFIERS = "1 to 256 printable characters of ASCII without spaces";
  private static final Duration LONGEST = Duration.ofDays(36_500);

  private final ConfigObject object;
  private final String whole;
  private final Problems problems;

  private Fields(ConfigObject object, String whole, Problems problems) {
    this.object = object;
    this.whole = whole;
    this.problems = problems;
  }

  /** @param whole what the object is, in words; empty: the file itself */
  static Fields of(ConfigObject object, String whole, Problems problems) {
    return new Fields(object, whole, problems);
  }

  static boolean isIdentifier(String text) {
    return IDENTIFIER.matcher(text).matches() && !text.equals("-");
  }

  boolean has(String key) {
    return object.containsKey(key);
  }

  void refuse(String key, String sentence) {
    String where = whole.isEmpty() ? "key " + key : whole + ", key " + key;
    problems.add(has(key) ? object.get(key).origin() : object.origin(), where, sentence);
  }

  /** Refuses the whole. */
  void refuse(String sentence) {
    problems.add(object.origin(), whole, sentence);
  }

  /** Refuses all keys but these. */
  void allowOnly(Set<String> keys) {
    object.keySet().stream()
        .filter(key -> !keys.contains(key))
        .sorted()
        .forEach(key -> refuse(key, "is unknown, allowed " + (keys.size() == 1 ? "is " : "are ") + String.join(", ", keys)));
  }

  /** The fields of an object within this one, none if there is no such key. */
  Optional<Fields> within(String key, String whole) {
    if (!has(key)) {
      return Optional.empty();
    }
    if (object.get(key) instanceof ConfigObject inner) {
      return Optional.of(new Fields(inner, whole, problems));
    }
    refuse(key, "is " + shown(key) + " but has to be an object");
    return Optional.empty();
  }

  /** The fields of each object of a list, which may be missing. */
  List<Fields> each(String key, String allowed) {
    if (has(key) && object.get(key) instanceof ConfigList list && list.stream().allMatch(ConfigObject.class::isInstance)) {
      List<Fields> each = new ArrayList<>();
      list.forEach(one -> each.add(new Fields((ConfigObject) one, whole + ", key " + key + ", entry " + (each.size() + 1), problems)));
      return each;
    }
    if (has(key)) {
      refuse(key, "is " + shown(key) + " but has to be " + allowed);
    }
    return List.of();
  }

  /** The names of what is in the object, sorted. */
  List<String> names() {
    return object.keySet().stream().sorted().toList();
  }

  int problems() {
    return problems.size();
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

  /** A number of at least {@code least}, or above it, where {@code allowed} completes "has to be". */
  OptionalDouble number(String key, double least, boolean mayBeLeast, String allowed) {
    double number = has(key) ? number(object.get(key)) : Double.NaN;
    if (Double.isFinite(number) && (mayBeLeast ? number >= least : number > least)) {
      return OptionalDouble.of(number);
    }
    if (has(key)) {
      refuse(key, "is " + shown(key) + " but has to be " + allowed);
    }
    return OptionalDouble.empty();
  }

  /** A list of finite numbers, at least one; empty if it is missing. */
  Set<Double> numbers(String key) {
    if (has(key) && object.get(key) instanceof ConfigList list && !list.isEmpty()) {
      List<Double> numbers = list.stream().map(Fields::number).toList();
      if (numbers.stream().allMatch(Double::isFinite)) {
        return Set.copyOf(new TreeSet<>(numbers));
      }
    }
    if (has(key)) {
      refuse(key, "is " + shown(key) + " but has to be a list of finite numbers, at least one");
    }
    return Set.of();
  }

  /** on or off; true and false mean the same. */
  Optional<Boolean> onOrOff(String key) {
    Object value = has(key) ? object.get(key).unwrapped() : null;
    if (Boolean.TRUE.equals(value) || "on".equals(value)) {
      return Optional.of(true);
    }
    if (Boolean.FALSE.equals(value) || "off".equals(value)) {
      return Optional.of(false);
    }
    if (has(key)) {
      refuse(key, "is " + shown(key) + " but has to be on or off");
    }
    return Optional.empty();
  }

  /** NaN if it is no number; a text is none, however it reads. */
  private static double number(ConfigValue value) {
    boolean isNumber = value.valueType() == ConfigValueType.NUMBER;
    // + 0.0 because -0 and 0 are the same bound and must give the same hash
    return isNumber ? Double.parseDouble(value.unwrapped().toString()) + 0.0 : Double.NaN;
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
        + " each " + IDENTIFIERS + ", and not - alone");
    return Optional.empty();
  }

  /** A duration that is not 0. */
  OptionalLong millis(String key) {
    return millis(key, Duration.ofMillis(1), "a positive duration in whole milliseconds with its unit (ms, s, m, h or d), at most 36500d, such as 90m");
  }

  OptionalLong settleMillis() {
    return millis("settle", Duration.ZERO, "a duration in whole milliseconds with its unit (ms, s, m, h or d), at most 36500d, such as 30s or 0s");
  }

  /** A duration, where {@code allowed} completes "has to be". */
  private OptionalLong millis(String key, Duration least, String allowed) {
    if (!has(key)) {
      return OptionalLong.empty();
    }
    OptionalLong millis = object.get(key).unwrapped() instanceof String text ? DurationText.millis(text) : OptionalLong.empty();
    if (millis.isPresent() && millis.getAsLong() >= least.toMillis() && millis.getAsLong() <= LONGEST.toMillis()) {
      return millis;
    }
    refuse(key, "is " + shown(key) + " but has to be " + allowed);
    return OptionalLong.empty();
  }

  private String shown(String key) {
    return object.get(key).render(ConfigRenderOptions.concise());
  }
}
