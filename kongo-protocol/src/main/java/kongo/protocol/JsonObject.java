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

/** The fields of a record's value, each asked for by the type that it must have. */
final class JsonObject {

  private static final int MOST_OTHERS = 16;

  private final Map<String, JsonField> fields = new LinkedHashMap<>();
  private final Set<String> others = new LinkedHashSet<>();

  private JsonObject() {}

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

  <E extends Enum<E>> E oneOf(String name, Class<E> values) throws Refusal {
    String text = text(name, required(name));
    for (E value : values.getEnumConstants()) {
      if (value.name().equals(text)) {
        return value;
      }
    }
    throw OutOfRange.noneOf(name, text, values.getEnumConstants());
  }

  String identifier(String name) throws Refusal {
    return identifier(name, required(name));
  }

  Optional<String> optionalIdentifier(String name) throws Refusal {
    JsonField field = field(name);
    return field.isAbsent() ? Optional.empty() : Optional.of(identifier(name, field));
  }

  /** An identifier, or {@code ""} where the field is absent or empty. */
  String identifierOrEmpty(String name) throws Refusal {
    JsonField field = field(name);
    return field.isAbsent() || field.isEmptyText() ? "" : identifier(name, field);
  }

  List<String> identifiers(String name) throws Refusal {
    JsonField field = field(name);
    if (!field.isAbsent() && field.kind() != JsonField.Kind.ARRAY) {
      throw Expected.TEXTS.butIs(name, field);
    }
    List<String> identifiers = new ArrayList<>();
    for (JsonField item : field.items()) {
      identifiers.add(identifier("an item of " + name, item));
    }
    return identifiers;
  }

  String text(String name) throws Refusal {
    JsonField field = field(name);
    return field.isAbsent() ? "" : text(name, field);
  }

  /** Milliseconds since 1970. */
  long millis(String name) throws Refusal {
    return millis(name, required(name));
  }

  OptionalLong optionalMillis(String name) throws Refusal {
    JsonField field = field(name);
    return field.isAbsent() ? OptionalLong.empty() : OptionalLong.of(millis(name, field));
  }

  /** A finite number, 0 where absent. */
  double number(String name) throws Refusal {
    JsonField field = field(name);
    return field.isAbsent() ? 0 : finite(name, field);
  }

  /** A finite number. */
  double requiredNumber(String name) throws Refusal {
    return finite(name, required(name));
  }

  private static double finite(String name, JsonField field) throws Refusal {
    double number = Numbers.toDouble(number(name, field));
    if (!Double.isFinite(number)) {
      throw OutOfRange.ofDouble(name, field);
    }
    return number;
  }

  /** Kilograms as grams. */
  OptionalLong grams(String name) throws Refusal {
    JsonField field = field(name);
    if (field.isAbsent()) {
      return OptionalLong.empty();
    }
    OptionalLong grams = Kilograms.toGrams(number(name, field));
    if (grams.isEmpty()) {
      throw OutOfRange.ofKilograms(name, field);
    }
    return grams;
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
