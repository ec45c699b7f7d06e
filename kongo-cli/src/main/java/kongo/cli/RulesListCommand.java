package kongo.cli;

import java.io.PrintWriter;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import kongo.rules.BooksInForce;
import kongo.rules.RuleHistory;
import kongo.verify.BookRecords;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Shows which rule books were sent, and from when on each holds. */
@Command(name = "list", mixinStandardHelpOptions = true, sortOptions = false,
    description = "Show the rule books that were sent, in their order: of those that hold at a time the last one counts.")
final class RulesListCommand implements Callable<Integer> {

  private static final int LONGEST_DETAIL = 500;
  private static final String LINE = "%-10s %-24s %-24s %5s  %-12s  %-10s  %s";

  @Mixin private SentBooks books;

  @Option(names = "--json", description = "Print a line of JSON for each.")
  private boolean json;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    BookRecords records = books.read();
    BooksInForce inForce = new BooksInForce(records.history());
    if (json) {
      BookJson.lines(records, inForce).forEach(out::println);
      return Exit.OK;
    }
    out.println(LINE.formatted("version", "sent", "from", "rules", "hash", "state", "by, comment").stripTrailing());
    RuleHistory.Sent configured = records.history().sent().get(0);
    out.println(line(configured, inForce, "-", "taken for the nodes' own; --book names another"));
    for (BookRecords.Accepted each : records.accepted()) {
      RuleHistory.Sent sent = new RuleHistory.Sent(each.offset(), each.record().from(), each.record().book());
      String words = String.join(": ", List.of(each.record().by(), each.record().comment()).stream().filter(text -> !text.isEmpty()).toList());
      out.println(line(sent, inForce, time(each.timestamp()), Printable.of(words)));
    }
    records.refused().forEach(each -> out.println(
        (LINE.formatted(each.offset(), time(each.timestamp()), "", "", "", "refused", "") + detail(each.why().detail())).stripTrailing()));
    return Exit.OK;
  }

  private static String detail(String why) {
    return Printable.of(why.length() <= LONGEST_DETAIL ? why : why.substring(0, LONGEST_DETAIL) + "...");
  }

  private static String line(RuleHistory.Sent sent, BooksInForce inForce, String timestamp, String words) {
    return LINE.formatted(
        SentBooks.name(sent.offset()), timestamp, from(sent.from()), sent.book().rules().size(), sent.book().hash().substring(0, 12),
        inForce.state(sent.offset(), System.currentTimeMillis()), words).stripTrailing();
  }

  static String from(long from) {
    return from == RuleHistory.EVER ? "ever" : time(from);
  }

  /** Any number may be given as a time. */
  private static String time(long millis) {
    Instant time = Instant.ofEpochMilli(millis);
    return Math.abs(millis) < 1L << 48 ? time.toString() : Long.toString(millis);
  }
}
