package kongo.protocol;

import java.util.regex.Pattern;

/** Says where text stops to be JSON, and what to do about what is often sent. */
final class NotJson {

  /** What {@code {"} becomes. */
  static final String BASE64 = "eyJ";

  private static final int BEFORE = 24;
  private static final int SHOWN = 24;
  private static final Pattern NO_NUMBER = Pattern.compile("-?(NaN|nan|Infinity|inf)\\b");
  private static final Pattern PYTHON = Pattern.compile("\\b(None|True|False|undefined)\\b");
  private static final Pattern COMMA = Pattern.compile(":\\s*-?[0-9]+,[0-9]");
  private static final Pattern TRAILING = Pattern.compile(",\\s*[}\\]]");
  private static final Pattern SIGNED = Pattern.compile(":\\s*(-?0[0-9]|[+]|-?[.][0-9])");

  private NotJson() {}

  /** @param at about where a parser gave up, counted in characters */
  static Refusal at(long at, String text) {
    int where = (int) Math.max(0, Math.min(at, text.length()));
    return new Refusal(Reason.NOT_JSON, "not JSON at character " + where + ", near " + shown(text, where) + advice(text, where));
  }

  static Refusal end(String text) {
    return new Refusal(
        Reason.NOT_JSON, text.isBlank() ? "the value is empty" : "the value ends before its JSON does, after character " + text.length() + ": was it cut off?");
  }

  static Refusal more(String rest) {
    String advice = rest.stripLeading().startsWith("{") ? "; send each object as a record of its own" : "";
    return new Refusal(Reason.NOT_JSON, "there is more after the value: " + shown(rest, 0) + advice);
  }

  private static String shown(String text, int where) {
    int from = Math.max(0, where - SHOWN / 2);
    return Found.text(text.substring(from, Math.min(text.length(), from + SHOWN)));
  }

  private static String advice(String text, int where) {
    if (text.startsWith("<")) {
      return "; this looks like XML";
    }
    if (text.startsWith(BASE64)) {
      return "; this looks like base64: send the JSON as it is";
    }
    String near = text.substring(Math.max(0, where - BEFORE), Math.min(text.length(), where + BEFORE / 2));
    if (isIn(NO_NUMBER, near)) {
      return "; JSON has no NaN and no Infinity: if there is no value, leave the record out";
    }
    if (isIn(PYTHON, near)) {
      return "; JSON has null, true and false";
    }
    if (isIn(COMMA, near)) {
      return "; is this a decimal comma? JSON has a point";
    }
    return adviceOnSigns(near);
  }

  private static String adviceOnSigns(String near) {
    if (near.contains("'")) {
      return "; names and texts need double quotes";
    }
    if (isIn(TRAILING, near)) {
      return "; there is a comma too many";
    }
    if (isIn(SIGNED, near)) {
      return "; a number begins with a digit, without needless zeros or a plus";
    }
    boolean control = near.chars().anyMatch(c -> c < ' ' && c != '\n' && c != '\r' && c != '\t');
    return control ? "; control characters in texts have to be escaped" : "";
  }

  private static boolean isIn(Pattern pattern, String near) {
    return pattern.matcher(near).find();
  }
}
