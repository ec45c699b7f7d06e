package kongo.protocol;

import java.util.regex.Pattern;

/** What a field must be, and what to do where it is something else that is often sent. */
enum Expected {
  MILLIS("milliseconds since 1970-01-01T00:00Z, an integer without fraction and exponent") {
    @Override
    String advice(JsonField found) {
      if (found.kind() == JsonField.Kind.DECIMAL) {
        return isSeconds(found.text()) ? "are these seconds? Multiply by 1000 and leave out the fraction" : "leave out the fraction or exponent";
      }
      if (found.kind() == JsonField.Kind.TEXT && DATE.matcher(found.text()).lookingAt()) {
        return "convert dates to milliseconds since 1970";
      }
      return found.kind() == JsonField.Kind.TEXT && DIGITS.matcher(found.text()).matches() ? NO_QUOTES : "";
    }
  },
  NUMBER("a number") {
    @Override
    String advice(JsonField found) {
      if (found.kind() != JsonField.Kind.TEXT) {
        return "";
      }
      if (COMMA.matcher(found.text()).matches()) {
        return NO_QUOTES + ", and with a point instead of the comma";
      }
      return DIGITS.matcher(found.text()).matches() ? NO_QUOTES : "if there is no value, leave the record out";
    }
  },
  INTEGER("an integer without fraction and exponent") {
    @Override
    String advice(JsonField found) {
      return found.kind() == JsonField.Kind.TEXT && DIGITS.matcher(found.text()).matches() ? NO_QUOTES : "";
    }
  },
  FLAG("true or false") {
    @Override
    String advice(JsonField found) {
      return found.kind() == JsonField.Kind.TEXT && FLAG_WORDS.matcher(found.text()).matches() ? NO_QUOTES : "";
    }
  },
  TEXT("text") {
    @Override
    String advice(JsonField found) {
      return found.isNumber() ? "write it with quotes" : "";
    }
  },
  TEXTS("an array of texts") {
    @Override
    String advice(JsonField found) {
      return found.kind() == JsonField.Kind.TEXT ? "write it in brackets, even if it is only one" : "";
    }
  };

  private static final String NO_QUOTES = "write it without quotes";
  private static final Pattern DIGITS = Pattern.compile("-?[0-9]{1,30}([.][0-9]{1,30})?");
  private static final Pattern FLAG_WORDS = Pattern.compile("true|false");
  private static final Pattern COMMA = Pattern.compile("-?[0-9]{1,30},[0-9]{1,30}");
  private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
  private static final Pattern SECONDS = Pattern.compile("[0-9]{9,10}[.][0-9]+");

  private final String words;

  Expected(String words) {
    this.words = words;
  }

  /** What to do instead, or {@code ""}. */
  abstract String advice(JsonField found);

  private static boolean isSeconds(String number) {
    return SECONDS.matcher(number).matches();
  }

  Refusal butIs(String name, JsonField found) {
    String advice = advice(found);
    String sentence = name + " must be " + words + ", but is " + Found.field(found);
    return new Refusal(Reason.WRONG_TYPE, advice.isEmpty() ? sentence : sentence + ": " + advice);
  }
}
