package kongo.protocol;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;

/** The place of one field while an object is read: the last of repeated ones stays, usable or not. */
final class Slot {

  private final String name;

  private Reason problem;
  String text;
  long integer;
  double number;

  Slot(String name) {
    this.name = name;
  }

  void clear() {
    problem = Reason.MISSING_FIELD;
  }

  void clearOptional() {
    problem = null;
    text = "";
  }

  void requireUsable() throws Refusal {
    if (problem != null) {
      throw new Refusal(problem, name + ": " + problem.header());
    }
  }

  void takeInteger(long value) {
    problem = null;
    integer = value;
  }

  void takeNumber(double value) {
    problem = null;
    number = value;
  }

  /** @param value {@code ""} where what was written is no identifier */
  void takeIdentifier(String value) {
    text = value;
    problem = value.isEmpty() ? Reason.INVALID_IDENTIFIER : null;
  }

  void readInteger(JsonParser json, JsonToken token) throws IOException {
    if (token != JsonToken.VALUE_NUMBER_INT) {
      refuse(json, token);
    } else if (json.getTextLength() < Numbers.SAFE_LONG_LENGTH) {
      takeInteger(json.getLongValue());
    } else {
      var parsed = Numbers.toLong(json.getText());
      problem = parsed.isPresent() ? null : Reason.OUT_OF_RANGE;
      integer = parsed.orElse(0);
    }
  }

  void readNumber(JsonParser json, JsonToken token) throws IOException {
    if (token == JsonToken.VALUE_NUMBER_FLOAT || token == JsonToken.VALUE_NUMBER_INT) {
      number = Numbers.toDouble(json, token);
      problem = Double.isFinite(number) ? null : Reason.OUT_OF_RANGE;
    } else {
      refuse(json, token);
    }
  }

  void readIdentifier(JsonParser json, JsonToken token) throws IOException {
    if (token == JsonToken.VALUE_STRING) {
      String written = json.getText();
      takeIdentifier(Identifiers.isValid(written) ? written : "");
    } else {
      refuse(json, token);
    }
  }

  private void refuse(JsonParser json, JsonToken token) throws IOException {
    problem = token == JsonToken.VALUE_NULL ? Reason.MISSING_FIELD : Reason.WRONG_TYPE;
    json.skipChildren();
  }
}
