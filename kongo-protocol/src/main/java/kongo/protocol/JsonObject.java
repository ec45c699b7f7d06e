package kongo.protocol;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import kongo.violation.Correction;

/**
 * The fields of a record's value, each asked for by the type that it must have. What is wrong with them is noted, and
 * something else is given instead; when all fields have been asked for, {@link #refuseIfAny} says what counts.
 */
final class JsonObject {

  private static final int MOST_OTHERS = 16;

  private final Map<String, JsonField> fields = new LinkedHashMap<>();
  private final Set<String> others = new LinkedHashSet<>();
  private Optional<Refusal> first = Optional.empty();

  private JsonObject() {}

  /** Reads one field. */
  @FunctionalInterface
  private interface Question<T> {
    T answer() throws Refusal;
  }

  /** Reads all of the value, and keeps the named fields, of repeated ones the last. */
  static JsonObject read(byte[] value, Set<String> names) throws Refusal {
    JsonObject object = new JsonObject();
    JsonText.readObject(value, json -> object.readFields(json, names));
    return object;
  }

  private void readFields(JsonParser json, Set<String> names) throws IOException {
    for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
      json.nextToken();
      if (names.contains(name)) {
        fields.put(name, field(json));
      } else {
        json.skipChildren();
        takeOther(name);
      }
    }
  }

  /** Only to tell of them. */
  private void takeOther(String name) {
    if (others.size() < MOST_OTHERS) {
      others.add(name);
    }
  }

  private static JsonField field(JsonParser json) throws IOException {
    return switch (json.currentToken()) {
      case VALUE_NULL -> JsonField.ABSENT;
      case VALUE_STRING -> new JsonField(JsonField.Kind.TEXT, json.getText(), List.of());
      case VALUE_NUMBER_INT -> new JsonField(JsonField.Kind.INTEGER, json.getText(), List.of());
      case VALUE_NUMBER_FLOAT -> new JsonField(JsonField.Kind.DECIMAL, json.getText(), List.of());
      case VALUE_TRUE, VALUE_FALSE -> new JsonField(JsonField.Kind.FLAG, json.getText(), List.of());
      case START_ARRAY -> new JsonField(JsonField.Kind.ARRAY, "", items(json));
      case START_OBJECT -> {
        json.skipChildren();
        yield JsonField.other("an object");
      }
      default -> JsonField.other(json.getText());
    };
  }

  private static List<JsonField> items(JsonParser json) throws IOException {
    List<JsonField> items = new ArrayList<>();
    while (json.nextToken() != JsonToken.END_ARRAY) {
      if (json.currentToken() == JsonToken.START_ARRAY) {
        json.skipChildren();
        items.add(JsonField.other("an array"));
      } else {
        items.add(field(json));
      }
    }
    return items;
  }

  private JsonField field(String name) {
    return fields.getOrDefault(name, JsonField.ABSENT);
  }

  private <T> T noting(T otherwise, Question<T> question) {
    try {
      return question.answer();
    } catch (Refusal refusal) {
      note(refusal);
      return otherwise;
    }
  }

  /** Of several reasons the first of them all counts, and of alike ones the field that was asked for first. */
  void note(Refusal refusal) {
    if (first.isEmpty() || refusal.reason().compareTo(first.get().reason()) < 0) {
      first = Optional.of(refusal);
    }
  }

  void refuseIfAny() throws Refusal {
    if (first.isPresent()) {
      throw first.get();
    }
  }

  private JsonField required(String name) throws Refusal {
    JsonField field = field(name);
    if (field.isAbsent()) {
      throw MissingField.of(name, fields.containsKey(name), there());
    }
    return field;
  }

  private Set<String> there() {
    Set<String> there = new LinkedHashSet<>(fields.keySet());
    there.addAll(others);
    return there;
  }

  boolean has(String name) {
    return !field(name).isAbsent();
  }

  /** Whether it is the first of these fields that is there; to have both is wrong. */
  boolean isNamedBy(String name, String other) {
    if (has(name) && has(other)) {
      note(new Refusal(Reason.WRONG_TYPE, "there are both " + other + " and " + name + ": leave one of them out"));
    }
    return has(name);
  }

  <E extends Enum<E>> Optional<E> oneOf(String name, Class<E> values) {
    return noting(Optional.empty(), () -> {
      String text = text(name, required(name));
      for (E value : values.getEnumConstants()) {
        if (value.name().equals(text)) {
          return Optional.of(value);
        }
      }
      throw OutOfRange.noneOf(name, text, values.getEnumConstants());
    });
  }

  String identifier(String name) {
    return noting("", () -> identifier(name, required(name)));
  }

  /** An identifier, or {@code ""} where the field is absent. */
  String optionalIdentifier(String name) {
    if (field(name).isEmptyText()) {
      note(new Refusal(Reason.INVALID_IDENTIFIER, name + " is " + Identifiers.problem("") + ": leave it out where there is none"));
      return "";
    }
    return has(name) ? identifier(name) : "";
  }

  /** An identifier, or {@code ""} where the field is absent or empty. */
  String identifierOrEmpty(String name) {
    return field(name).isEmptyText() ? "" : optionalIdentifier(name);
  }

  List<String> identifiers(String name) {
    JsonField field = field(name);
    if (!field.isAbsent() && field.kind() != JsonField.Kind.ARRAY) {
      note(Expected.TEXTS.butIs(name, field));
    }
    List<String> identifiers = new ArrayList<>();
    for (JsonField item : field.items()) {
      identifiers.add(noting("", () -> identifier("an item of " + name, item)));
    }
    return identifiers;
  }

  String text(String name) {
    return has(name) ? noting("", () -> text(name, field(name))) : "";
  }

  /** An event's time. */
  long time(String name, EventTime window, long timestamp) {
    return noting(0L, () -> {
      long time = millis(name, required(name));
      window.requireInRange(time, timestamp);
      return time;
    });
  }

  /** Milliseconds since 1970. */
  OptionalLong optionalMillis(String name) {
    return has(name) ? OptionalLong.of(noting(0L, () -> millis(name, field(name)))) : OptionalLong.empty();
  }

  /** Milliseconds since 1970, from which on something holds: not before. */
  OptionalLong optionalBeginning(String name) {
    OptionalLong millis = optionalMillis(name);
    if (millis.isPresent() && millis.getAsLong() < 0) {
      note(OutOfRange.beforeTime(name, field(name)));
    }
    return millis;
  }

  /** A finite number, 0 where absent. */
  double number(String name) {
    return has(name) ? requiredNumber(name) : 0;
  }

  /** A finite number. */
  double requiredNumber(String name) {
    return noting(0.0, () -> finite(name, required(name)));
  }

  /** A finite number that another field says the unit of, in the base unit; 0 where it is absent and need not be there. */
  double measured(String name, String unitName, boolean isRequired) {
    double number = isRequired ? requiredNumber(name) : number(name);
    double measured = unit(unitName).toBase(number);
    if (!Double.isFinite(measured)) {
      note(OutOfRange.ofConverted(name, field(name), unitName, field(unitName)));
    }
    return measured;
  }

  private Unit unit(String name) {
    return has(name) ? noting(Unit.AS_IS, () -> knownUnit(name, text(name, field(name)))) : Unit.AS_IS;
  }

  private static Unit knownUnit(String name, String code) throws Refusal {
    return Unit.of(code).orElseThrow(() -> UnknownUnit.of(name, code));
  }

  private static double finite(String name, JsonField field) throws Refusal {
    double number = Numbers.toDouble(number(name, field));
    if (!Double.isFinite(number)) {
      throw OutOfRange.ofDouble(name, field);
    }
    return number;
  }

  /** Which of several records about one thing it is. */
  Correction correction() {
    JsonField number = field("correction");
    int which = number.isAbsent() ? 0 : noting(0, () -> correctionNumber(number));
    return new Correction(which, noting(false, () -> flag("void")));
  }

  private static int correctionNumber(JsonField field) throws Refusal {
    if (field.kind() != JsonField.Kind.INTEGER) {
      throw Expected.INTEGER.butIs("correction", field);
    }
    OptionalLong number = Numbers.toLong(field.text());
    if (number.isEmpty() || number.getAsLong() < 0 || number.getAsLong() > Correction.HIGHEST) {
      throw OutOfRange.ofCorrection("correction", field);
    }
    return (int) number.getAsLong();
  }

  /** False where absent. */
  private boolean flag(String name) throws Refusal {
    JsonField field = field(name);
    if (!field.isAbsent() && field.kind() != JsonField.Kind.FLAG) {
      throw Expected.FLAG.butIs(name, field);
    }
    return field.kind() == JsonField.Kind.FLAG && field.text().equals("true");
  }

  /** Kilograms as grams. */
  OptionalLong grams(String name) {
    return has(name) ? OptionalLong.of(noting(0L, () -> grams(name, field(name)))) : OptionalLong.empty();
  }

  private static long grams(String name, JsonField field) throws Refusal {
    return Kilograms.toGrams(number(name, field)).orElseThrow(() -> OutOfRange.ofKilograms(name, field));
  }

  private static String identifier(String name, JsonField field) throws Refusal {
    String text = text(name, field);
    if (!Identifiers.isValid(text)) {
      throw new Refusal(Reason.INVALID_IDENTIFIER, name + " is " + Identifiers.problem(text));
    }
    return text;
  }

  private static String text(String name, JsonField field) throws Refusal {
    if (field.kind() != JsonField.Kind.TEXT) {
      throw Expected.TEXT.butIs(name, field);
    }
    return field.text();
  }

  private static long millis(String name, JsonField field) throws Refusal {
    if (field.kind() != JsonField.Kind.INTEGER) {
      throw Expected.MILLIS.butIs(name, field);
    }
    return Numbers.toLong(field.text()).orElseThrow(() -> OutOfRange.ofLong(name, field));
  }

  private static String number(String name, JsonField field) throws Refusal {
    if (!field.isNumber()) {
      throw Expected.NUMBER.butIs(name, field);
    }
    return field.text();
  }
}
