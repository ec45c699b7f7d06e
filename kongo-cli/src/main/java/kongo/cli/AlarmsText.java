package kongo.cli;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import kongo.alarm.Incident;
import kongo.violation.Severity;
import picocli.CommandLine.Help.Ansi;

/** Incidents as a table for people. */
final class AlarmsText {

  private static final List<String> HEADINGS =
      List.of("severity", "status", "since", "until", "lasts", "kind", "rule", "where", "sensor", "goods", "what");
  private static final int NAMED = 3;
  private static final String BETWEEN = "  ";

  private final Ansi ansi;
  private final KnownAlarms alarms;

  AlarmsText(Ansi ansi, KnownAlarms alarms) {
    this.ansi = ansi;
    this.alarms = alarms;
  }

  /** @param limit so many incidents at most */
  List<String> of(boolean all, int limit) {
    List<Incident> known = alarms.byUrgency();
    List<Incident> wanted = known.stream().filter(incident -> all || KnownAlarms.isOpen(incident)).toList();
    List<String> lines = new ArrayList<>(List.of(summary(known)));
    if (!wanted.isEmpty()) {
      lines.add("");
      lines.addAll(table(wanted.stream().limit(limit).toList()));
    }
    if (wanted.size() > limit) {
      lines.add(notShown(wanted.size() - limit));
    }
    return lines;
  }

  static String notShown(int count) {
    return "%,d more %s not shown (--limit).".formatted(count, count == 1 ? "is" : "are");
  }

  private String summary(List<Incident> known) {
    if (alarms.violations() == 0) {
      return "No violation was ever published.";
    }
    long open = known.stream().filter(KnownAlarms::isOpen).count();
    long over = known.size() - open;
    String closed = over == 0 ? "" : " %,d %s over (--all).".formatted(over, over == 1 ? "is" : "are");
    return switch ((int) Math.min(open, 2)) {
      case 0 -> "No incident is open." + closed;
      case 1 -> "1 incident is open." + closed;
      default -> "%,d incidents are open.".formatted(open) + closed;
    };
  }

  private List<String> table(List<Incident> incidents) {
    List<List<String>> rows = incidents.stream().map(this::cells).toList();
    int[] widths = IntStream.range(0, HEADINGS.size())
        .map(column -> rows.stream().mapToInt(row -> row.get(column).length()).reduce(HEADINGS.get(column).length(), Math::max))
        .toArray();
    List<String> lines = new ArrayList<>(List.of(line(HEADINGS, widths)));
    for (int i = 0; i < rows.size(); i++) {
      lines.add(colored(incidents.get(i).severity(), line(rows.get(i), widths)));
    }
    return lines;
  }

  private static String line(List<String> cells, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int column = 0; column < widths.length; column++) {
      String cell = cells.get(column);
      line.append(cell).append(" ".repeat(widths[column] - cell.length())).append(BETWEEN);
    }
    return line.toString().stripTrailing();
  }

  private List<String> cells(Incident incident) {
    return List.of(
            incident.severity().name().toLowerCase(Locale.ROOT),
            incident.status().name(),
            time(incident.from()),
            incident.to() == null ? "-" : time(incident.to()),
            lasts(incident),
            incident.kind().name(),
            incident.rule(),
            incident.location(),
            incident.sensor().isEmpty() ? "-" : incident.sensor(),
            goods(incident),
            ViolationWords.what(alarms.worst(incident)))
        .stream().map(Printable::of).toList();
  }

  private static String time(long millis) {
    return Instant.ofEpochMilli(millis).toString();
  }

  /** Of what goes on only so much is known as violations tell of. */
  private String lasts(Incident incident) {
    if (incident.to() != null) {
      return ViolationWords.duration(Duration.ofMillis(incident.to() - incident.from()));
    }
    return ViolationWords.duration(Duration.ofMillis(alarms.newest() - incident.from())) + " or more";
  }

  private static String goods(Incident incident) {
    if (incident.goods() == 0) {
      return "-";
    }
    List<String> named = incident.goodsIds().stream().limit(NAMED).toList();
    return "%,d: %s%s".formatted(incident.goods(), String.join(", ", named), incident.goods() > named.size() ? ", ..." : "");
  }

  private String colored(Severity severity, String line) {
    String word = severity.name().toLowerCase(Locale.ROOT);
    String style = switch (severity) {
      case CRITICAL -> "bold,red";
      case MAJOR -> "red";
      case MINOR -> "yellow";
      case WARNING -> "faint";
    };
    return Terminal.firstStyled(ansi, style, word, line);
  }
}
