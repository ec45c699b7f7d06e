package kongo.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A report as a table. */
public final class ReportText {

  private ReportText() {}

  /** One line for each figure: of one run its value, of several their median, least and greatest. */
  public static String ofRuns(Report report) {
    boolean several = report.runs().size() > 1;
    List<List<String>> rows = new ArrayList<>();
    rows.add(several ? List.of(report.what(), "median", "least", "greatest") : List.of(report.what(), ""));
    report.median().forEach((path, median) -> {
      List<Double> range = report.spread().get(path);
      rows.add(several ? List.of(words(path), number(median), number(range.get(0)), number(range.get(1))) : List.of(words(path), number(median)));
    });
    answers(report).forEach(name -> rows.add(List.of(words(name), all(report, name))));
    return Columns.of(rows);
  }

  /** What the runs say in words, or by yes or no. */
  private static List<String> answers(Report report) {
    List<String> names = new ArrayList<>();
    report.runs().get(0).fields().forEachRemaining(field -> {
      if (field.getValue().isTextual() || field.getValue().isBoolean()) {
        names.add(field.getKey());
      }
    });
    return names;
  }

  private static String all(Report report, String name) {
    return report.runs().stream().map(run -> run.path(name).asText()).distinct().collect(Collectors.joining(", "));
  }

  /** One line for each point, with some of its figures. */
  public static String ofPoints(Report report, List<String> figures) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(figures.stream().map(ReportText::words).toList());
    report.runs().forEach(run -> rows.add(figures.stream().map(path -> value(run, path)).toList()));
    return Columns.of(rows);
  }

  private static String value(JsonNode run, String path) {
    JsonNode node = run.at("/" + path.replace('.', '/'));
    return node.isNumber() ? number(node.doubleValue()) : node.asText();
  }

  /** eventsPerSecond is "events per second". */
  private static String words(String path) {
    return path.replace('.', ' ').replaceAll("([a-z0-9])([A-Z])", "$1 $2").toLowerCase(Locale.ROOT);
  }

  private static String number(double value) {
    if (Math.abs(value) >= 100 || value == Math.rint(value)) {
      return String.format(Locale.ROOT, "%,.0f", value);
    }
    return String.format(Locale.ROOT, Math.abs(value) >= 1 ? "%.2f" : "%.5f", value);
  }
}
