package kongo.protocol;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import kongo.violation.Correction;

/** Says of a value that it lies outside its range, and what the range is. */
final class OutOfRange {

  private OutOfRange() {}

  static Refusal ofLong(String name, JsonField found) {
    return refusal(name, found, "is more than 64 bits hold");
  }

  static Refusal ofDouble(String name, JsonField found) {
    return refusal(name, found, "is more than a double holds");
  }

  static Refusal ofCorrection(String name, JsonField found) {
    return refusal(name, found, "is not within 0 to " + Correction.HIGHEST);
  }

  static Refusal ofConverted(String name, JsonField found, String unitName, JsonField unit) {
    return refusal(name, found, "with the " + unitName + " " + Found.cut(unit.text()) + " is more than a double holds");
  }

  static Refusal ofKilograms(String name, JsonField found) {
    return refusal(name, found, "is not within 0 to 1000000000 kg, in at most 1000 characters");
  }

  static Refusal beforeTime(String name, JsonField found) {
    return refusal(name, found, "is before 1970: write 0 for since ever");
  }

  static Refusal empty(String name, String problem) {
    return new Refusal(Reason.OUT_OF_RANGE, name + " is an empty list, which " + problem);
  }

  static Refusal noneOf(String name, String found, Enum<?>[] values) {
    String all = Arrays.stream(values).map(Enum::name).collect(Collectors.joining(", "));
    String upper = found.toUpperCase(Locale.ROOT);
    boolean spelt = Arrays.stream(values).anyMatch(value -> value.name().equals(upper));
    String sentence = name + " is " + Found.text(found) + ", which is none of " + all;
    return new Refusal(Reason.OUT_OF_RANGE, spelt ? sentence + ": write it in capitals" : sentence);
  }

  private static Refusal refusal(String name, JsonField found, String problem) {
    return new Refusal(Reason.OUT_OF_RANGE, name + " is " + Found.field(found) + ", which " + problem);
  }
}
