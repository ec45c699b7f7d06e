package kongo.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kongo.doctor.Diagnosis;
import kongo.doctor.finding.Counted;
import kongo.doctor.finding.Finding;
import kongo.doctor.finding.Heading;
import kongo.doctor.finding.Item;
import kongo.doctor.finding.Limits;
import kongo.doctor.finding.Urgency;
import picocli.CommandLine.Help.Ansi;

/** A diagnosis in words, in lines that fit the terminal. */
final class DiagnosisText {

  private static final String INDENT = "      ";

  private final Ansi ansi;
  private final int columns;

  /** @param columns of the terminal; without one, the largest number */
  DiagnosisText(Ansi ansi, int columns) {
    this.ansi = ansi;
    this.columns = columns;
  }

  List<String> of(Diagnosis diagnosis, Limits limits) {
    List<String> lines = new ArrayList<>(wrapped("", "", summary(diagnosis)));
    diagnosis.findings().forEach(finding -> add(lines, finding));
    unremembered(diagnosis, limits).ifPresent(sentence -> {
      lines.add("");
      lines.addAll(wrapped("", "", sentence));
    });
    return lines;
  }

  private static String summary(Diagnosis diagnosis) {
    if (diagnosis.isEmpty()) {
      return "There are no input records: nothing is sent in, or not to these topics.";
    }
    String records = Counted.RECORDS.of(diagnosis.records());
    if (diagnosis.findings().isEmpty()) {
      return "Nothing found in " + records + ".";
    }
    return "%s: %,d to put right, %,d to know.".formatted(records, diagnosis.count(Urgency.FIX), diagnosis.count(Urgency.KNOW));
  }

  private static Optional<String> unremembered(Diagnosis diagnosis, Limits limits) {
    return diagnosis.unremembered() == 0
        ? Optional.empty()
        : Optional.of("There were more ids than the %,d of each sort that are remembered (--remember): %,d times something was left out."
            .formatted(limits.remembered(), diagnosis.unremembered()));
  }

  private void add(List<String> lines, Finding finding) {
    lines.add("");
    List<String> heading = wrapped(mark(finding.heading().urgency()), INDENT, finding.heading().says());
    lines.add(colored(finding.heading().urgency(), heading.get(0)));
    lines.addAll(heading.subList(1, heading.size()));
    finding.items().forEach(item -> lines.addAll(wrapped("    - ", INDENT, words(finding.heading(), item))));
    if (finding.more() > 0) {
      lines.addAll(wrapped("    - ", INDENT, "and %,d more".formatted(finding.more())));
    }
  }

  private static String mark(Urgency urgency) {
    return switch (urgency) {
      case FIX -> "FIX   ";
      case KNOW -> "KNOW  ";
    };
  }

  private String colored(Urgency urgency, String line) {
    return Terminal.firstStyled(ansi, urgency == Urgency.FIX ? "bold,red" : "yellow", mark(urgency).strip(), line);
  }

  private static String words(Heading heading, Item item) {
    String says = item.says().isEmpty() ? "" : ", " + item.says();
    String guess = item.guess().map(name -> " - perhaps " + name + "?").orElse("");
    return Printable.of("%s: %s%s%s [%s]".formatted(item.subject(), heading.counted().of(item.count()), says, guess, item.at()));
  }

  /** Words that are longer than a line are left whole. */
  private List<String> wrapped(String first, String indent, String text) {
    List<String> lines = new ArrayList<>();
    List<String> line = new ArrayList<>();
    int width = first.length();
    String begin = first;
    for (String word : text.split(" ")) {
      if (!line.isEmpty() && width + word.length() > columns) {
        lines.add(begin + String.join(" ", line));
        line.clear();
        begin = indent;
        width = indent.length();
      }
      line.add(word);
      width += word.length() + 1;
    }
    lines.add(begin + String.join(" ", line));
    return lines;
  }
}
