package kongo.protocol;

import com.fasterxml.jackson.core.JsonToken;

/** Says of a value that is JSON but no object what it is, and what to do. */
final class NotObject {

  private NotObject() {}

  static String words(JsonToken value, String text) {
    return switch (value) {
      case START_ARRAY, END_ARRAY -> "an array: send each of its items as a record of its own";
      case VALUE_STRING -> "the text " + Found.cut(text) + advice(text);
      default -> Found.cut(text);
    };
  }

  private static String advice(String text) {
    if (text.startsWith('"' + NotJson.BASE64)) {
      return ": this looks like base64: send the JSON as it is";
    }
    return text.contains("{") ? ": was the JSON encoded twice?" : "";
  }
}
