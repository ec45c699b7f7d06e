package kongo.protocol;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** The fields of a record's value, each asked for by the type that it must have. */
final class JsonObject {

  private final Map<String, JsonField> fields;

  private JsonObject(Map<String, JsonField> fields) {
    this.fields = fields;
  }

  /** Reads all of the value, and keeps the named fields, of repeated ones the last. */
  static JsonObject read(byte[] value, Set<String> names) throws Refusal {
    Map<String, JsonField> fields = new HashMap<>();
    JsonText.readObject(value, json -> readFields(json, names, fields));
    return new JsonObject(fields);
  }

  private static void readFields(JsonParser json, Set<String> names, Map<String, JsonField> fields) throws IOException {
    for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
      json.nextToken();
      if (names.contains(name)) {
        fields.put(name, field(json));
      } else {
        json.skipChildren();
      }
    }
  }

  private static JsonField field(JsonParser json) throws IOException {
    return switch (json.currentToken()) {
      case VALUE_NULL -> JsonField.ABSENT;
      case VALUE_STRING -> new JsonField(JsonField.Kind.TEXT, json.getText(), List.of());
      case VALUE_NUMBER_INT -> new JsonField(JsonField.Kind.INTEGER, json.getText(), List.of());
      case VALUE_NUMBER_FLOAT -> new JsonField(JsonField.Kind.DECIMAL, json.getText(), List.of());
      case START_ARRAY -> new JsonField(JsonField.Kind.ARRAY, "", items(json));
      default -> {
        json.skipChildren();
        yield JsonField.OTHER;
      }
    };
  }

  private static List<JsonField> items(JsonParser json) throws IOException {
    List<JsonField> items = new ArrayList<>();
    while (json.nextToken() != JsonToken.END_ARRAY) {
      if (json.currentToken() == JsonToken.START_ARRAY) {
        json.skipChildren();
        items.add(JsonField.OTHER);
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
      throw refusal(Reason.MISSING_FIELD, name);
    }
    return field;
  }

  <E extends Enum<E>> E oneOf(String name, Class<E> values) throws Refusal {
    String text = text(name, required(name));
    for (E value : values.getEnumConstants()) {
      if (value.name().equals(text)) {
        return value;
      }
    }
    throw refusal(Reason.OUT_OF_RANGE, name);
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
      throw refusal(Reason.WRONG_TYPE, name);
    }
    List<String> identifiers = new ArrayList<>();
    for (JsonField item : field.items()) {
      identifiers.add(identifier(name, item));
    }
    return identifiers;
  }

  String text(String name) throws Refusal {
    JsonField field = field(name);
    return field.isAbsent() ? "" : text(name, field);
  }

  long integer(String name) throws Refusal {
    return integer(name, required(name));
  }

  OptionalLong optionalInteger(String name) throws Refusal {
    JsonField field = field(name);
    return field.isAbsent() ? OptionalLong.empty() : OptionalLong.of(integer(name, field));
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
      throw refusal(Reason.OUT_OF_RANGE, name);
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
      throw refusal(Reason.OUT_OF_RANGE, name);
    }
    return grams;
  }

  private static String identifier(String name, JsonField field) throws Refusal {
    String text = text(name, field);
    if (!Identifiers.isValid(text)) {
      throw refusal(Reason.INVALID_IDENTIFIER, name);
    }
    return text;
  }

  private static String text(String name, JsonField field) throws Refusal {
    if (field.kind() != JsonField.Kind.TEXT) {
      throw refusal(Reason.WRONG_TYPE, name);
    }
    return field.text();
  }

  private static long integer(String name, JsonField field) throws Refusal {
    if (field.kind() != JsonField.Kind.INTEGER) {
      throw refusal(Reason.WRONG_TYPE, name);
    }
    return Numbers.toLong(field.text()).orElseThrow(() -> refusal(Reason.OUT_OF_RANGE, name));
  }

  private static String number(String name, JsonField field) throws Refusal {
    if (!field.isNumber()) {
      throw refusal(Reason.WRONG_TYPE, name);
    }
    return field.text();
  }

  private static Refusal refusal(Reason reason, String name) {
    return new Refusal(reason, name + ": " + reason.header());
  }
}
