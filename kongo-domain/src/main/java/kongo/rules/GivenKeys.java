package kongo.rules;

import com.typesafe.config.ConfigUtil;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The keys of a HOCON text as they stand there, which the parser has merged; it has to have taken the text before. */
final class GivenKeys {

  private static final Pattern INCLUDE = Pattern.compile("include\\s+(\"|(file|url|classpath|required)\\()");
  private static final String LONG_QUOTE = "\"\"\"";

  private final String text;
  private final List<Given> keys = new ArrayList<>();
  private int at;
  private int line = 1;
  private int counted;

  private GivenKeys(String text) {
    this.text = text;
  }

  /** A key with the keys around it, and its line. */
  record Given(List<String> path, int line) {}

  /** In the order of the text, an entry of a list as [1], [2]; those of included files are not among them. */
  static List<Given> of(String text) {
    var given = new GivenKeys(text);
    given.pass(" \t\r\n,\uFEFF");
    if (given.isAt("{")) {
      given.at++;
    }
    given.object(List.of());
    return given.keys;
  }

  private void object(List<String> outer) {
    for (pass(" \t\r\n,"); at < text.length(); pass(" \t\r\n,")) {
      if (isAt("}")) {
        at++;
        return;
      }
      if (INCLUDE.matcher(text).region(at, text.length()).lookingAt()) {
        passLine();
      } else {
        field(outer);
      }
    }
  }

  private void field(List<String> outer) {
    int begin = at;
    while (at < text.length() && ":={".indexOf(text.charAt(at)) < 0 && !isAt("+=")) {
      passOne();
    }
    var path = new ArrayList<>(outer);
    path.addAll(ConfigUtil.splitPath(text.substring(begin, at).strip()));
    keys.add(new Given(path, line(begin)));
    pass("+=:");
    pass(" \t\r\n");
    value(path);
  }

  private void value(List<String> path) {
    while (at < text.length() && "\n,}".indexOf(text.charAt(at)) < 0) {
      if (isAt("{")) {
        at++;
        object(path);
      } else if (isAt("[")) {
        list(path);
      } else {
        passOne();
      }
    }
  }

  private void list(List<String> path) {
    int entry = 1;
    for (at++; at < text.length() && !isAt("]"); ) {
      if (isAt("{")) {
        at++;
        var within = new ArrayList<>(path);
        within.add("[" + entry++ + "]");
        object(within);
      } else {
        passOne();
      }
    }
    at++;
  }

  /** Over one character, or over what belongs together: a text, a list, a substitution, a comment. */
  private void passOne() {
    if (isAt(LONG_QUOTE)) {
      passTo(LONG_QUOTE, LONG_QUOTE.length());
    } else if (isAt("\"")) {
      passText();
    } else if (isComment()) {
      passLine();
    } else if (isAt("[")) {
      passList();
    } else if (isAt("${")) {
      passTo("}", 2);
    } else {
      at++;
    }
  }

  private void passTo(String end, int from) {
    int found = text.indexOf(end, at + from);
    at = found < 0 ? text.length() : found + end.length();
    while (end.equals(LONG_QUOTE) && isAt("\"")) {
      at++;
    }
  }

  private void passText() {
    for (at++; at < text.length() && !isAt("\""); at++) {
      if (isAt("\\")) {
        at++;
      }
    }
    at++;
  }

  private void passList() {
    int open = 0;
    do {
      boolean opens = isAt("[");
      open += opens ? 1 : isAt("]") ? -1 : 0;
      if (opens) {
        at++;
      } else {
        passOne();
      }
    } while (open > 0 && at < text.length());
  }

  private void pass(String these) {
    while (at < text.length() && (these.indexOf(text.charAt(at)) >= 0 || isComment())) {
      if (isComment()) {
        passLine();
      } else {
        at++;
      }
    }
  }

  private void passLine() {
    int end = text.indexOf('\n', at);
    at = end < 0 ? text.length() : end;
  }

  private boolean isComment() {
    return isAt("#") || isAt("//");
  }

  private boolean isAt(String what) {
    return text.startsWith(what, at);
  }

  /** @param position not before the one asked for last */
  private int line(int position) {
    line += (int) text.substring(counted, position).chars().filter(c -> c == '\n').count();
    counted = position;
    return line;
  }
}
