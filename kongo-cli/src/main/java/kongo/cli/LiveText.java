package kongo.cli;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import kongo.violation.Kind;

/** The figures as text: some lines to be drawn in place, or a single one. */
final class LiveText {

  private static final List<Kind> KINDS = List.of(Kind.values());

  private LiveText() {}

  /** No line is longer than the columns, and their number is always the same. */
  static List<String> screen(LiveFigures figures, Duration running, long nowMillis, int columns, List<String> notices) {
    var lines = new ArrayList<String>();
    lines.add("%s   %,d events/s   %,d events   lag %,d".formatted(clock(running), figures.inputPerSecond(), figures.inputRecords(), figures.lag()));
    lines.add("%,d Goods   %,d locations   %,d rule books sent   latency p50 %s   p99 %s".formatted(
        figures.goods(), figures.locations(), figures.books(), latency(figures, 50, nowMillis), latency(figures, 99, nowMillis)));
    // Two lines: of eight kinds the last ones would be beyond a narrow screen.
    lines.add("open (of all)   " + violations(figures, KINDS.subList(0, KINDS.size() / 2)));
    lines.add("                " + violations(figures, KINDS.subList(KINDS.size() / 2, KINDS.size())));
    figures.latest().forEach(sentence -> lines.add("  " + sentence));
    notices.forEach(notice -> lines.add("! " + notice));
    return lines.stream().map(line -> line.length() <= columns ? line : line.substring(0, Math.max(0, columns - 1))).toList();
  }

  static String line(LiveFigures figures, Duration running, long nowMillis) {
    return "%s  %d events/s  lag %d  goods %d  locations %d  books %d  p50 %s  p99 %s  open (of all) %s".formatted(
        clock(running), figures.inputPerSecond(), figures.lag(), figures.goods(), figures.locations(), figures.books(),
        latency(figures, 50, nowMillis), latency(figures, 99, nowMillis), violations(figures, KINDS));
  }

  private static String violations(LiveFigures figures, List<Kind> kinds) {
    return kinds.stream().map(kind -> "%s %d (%d)".formatted(kind, figures.open(kind), figures.seen(kind))).collect(Collectors.joining("  "));
  }

  private static String latency(LiveFigures figures, double percentile, long nowMillis) {
    long millis = figures.latencyPercentile(percentile, nowMillis);
    return millis < 10_000 ? millis + " ms" : millis / 1000 + " s";
  }

  private static String clock(Duration running) {
    return String.format(Locale.ROOT, "%02d:%02d", running.toMinutes(), running.toSecondsPart());
  }
}
