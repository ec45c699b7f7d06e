package kongo.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import kongo.protocol.RuleBookJson;
import kongo.rules.RuleBook;

/**
 * What two rule books say otherwise.
 *
 * @param where a rule, or another key of a book
 * @param before what the first says, missing if it says nothing
 * @param after what the second says, missing if it says nothing
 */
record BookDifference(String where, JsonNode before, JsonNode after) {

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final String RULES = "rules";

  static List<BookDifference> between(RuleBook before, RuleBook after) {
    JsonNode was = tree(before);
    JsonNode is = tree(after);
    List<BookDifference> differences = new ArrayList<>();
    compare("rule ", was.path(RULES), is.path(RULES), differences);
    compare("", without(was), without(is), differences);
    return differences;
  }

  private static JsonNode without(JsonNode book) {
    return ((ObjectNode) book).without(RULES);
  }

  private static void compare(String kind, JsonNode was, JsonNode is, List<BookDifference> differences) {
    for (String name : names(was, is)) {
      if (!was.path(name).equals(is.path(name))) {
        differences.add(new BookDifference(kind + name, was.path(name), is.path(name)));
      }
    }
  }

  private static SortedSet<String> names(JsonNode was, JsonNode is) {
    SortedSet<String> names = new TreeSet<>();
    was.fieldNames().forEachRemaining(names::add);
    is.fieldNames().forEachRemaining(names::add);
    return names;
  }

  private static JsonNode tree(RuleBook book) {
    try {
      return MAPPER.readTree(RuleBookJson.text(book));
    } catch (JsonProcessingException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  String words() {
    if (before.isMissingNode()) {
      return "+ %s %s".formatted(where, after);
    }
    if (after.isMissingNode()) {
      return "- %s %s".formatted(where, before);
    }
    return "~ %s %s".formatted(where, String.join(", ", changes()));
  }

  private List<String> changes() {
    if (!before.isObject() || !after.isObject()) {
      return List.of("%s -> %s".formatted(before, after));
    }
    List<String> changes = new ArrayList<>();
    for (String key : names(before, after)) {
      if (!before.path(key).equals(after.path(key))) {
        changes.add("%s: %s -> %s".formatted(key, shown(before.path(key)), shown(after.path(key))));
      }
    }
    return changes;
  }

  private static String shown(JsonNode value) {
    return value.isMissingNode() ? "none" : value.toString();
  }

  String json() {
    ObjectNode line = MAPPER.createObjectNode().put("where", where);
    if (!before.isMissingNode()) {
      line.set("before", before);
    }
    if (!after.isMissingNode()) {
      line.set("after", after);
    }
    return line.toString();
  }
}
