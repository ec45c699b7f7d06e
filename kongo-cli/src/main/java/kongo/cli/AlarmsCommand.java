package kongo.cli;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import kongo.alarm.Incident;
import kongo.kafka.TopicReader;
import kongo.protocol.IncidentJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Shows the incidents that violations are. */
@Command(name = "alarms", mixinStandardHelpOptions = true, sortOptions = false,
    description = {
        "Show what is wrong: violations of one rule at one place (and sensor) are one incident if they overlap, touch or are closer "
            + "than the rule's merge; what is a matter of one Goods is one of its own.",
        "Open ones come first, the most severe before others. An open one lasts as long as any violation tells of, or more.",
        "All published violations and rule books are read, up to now. Each violation that ever was takes about 1 kB of memory."
    })
final class AlarmsCommand implements Callable<Integer> {

  @Mixin private SentBooks books;

  @Option(names = "--all", description = "Also those that are over.")
  private boolean all;

  @Option(names = "--json", description = "Print one JSON object for each.")
  private boolean json;

  @Option(names = "--limit", paramLabel = "N", defaultValue = "50", description = "How many at most (default: ${DEFAULT-VALUE}).")
  private int limit;

  @Option(names = "--most", paramLabel = "N", defaultValue = "1000000",
      description = "How many violations may be kept in memory; if there are more, nothing is shown (default: ${DEFAULT-VALUE}).")
  private int most;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    atLeastOne("--limit", limit);
    atLeastOne("--most", most);
    KnownAlarms alarms = new KnownAlarms(books.read().history(), most);
    try (TopicReader reader = new TopicReader(books.kafka().client(books.data(), books.settings()))) {
      reader.read(books.settings().node().kafka().topics().violations(), each -> alarms.take(each.value()));
    }
    print(alarms);
    return Exit.OK;
  }

  private void atLeastOne(String option, int given) {
    if (given < 1) {
      throw new ParameterException(spec.commandLine(), option + " must be at least 1, not " + given);
    }
  }

  private void print(KnownAlarms alarms) {
    if (json) {
      printJson(alarms);
    } else {
      new AlarmsText(Terminal.ansi(), alarms).of(all, limit).forEach(spec.commandLine().getOut()::println);
    }
    spec.commandLine().getOut().flush();
    if (alarms.malformed() > 0) {
      spec.commandLine().getErr().printf("%,d records are no violations.%n", alarms.malformed());
    }
  }

  private void printJson(KnownAlarms alarms) {
    List<Incident> wanted = alarms.byUrgency().stream().filter(incident -> all || KnownAlarms.isOpen(incident)).toList();
    wanted.stream().limit(limit)
        .forEach(incident -> spec.commandLine().getOut().println(new String(IncidentJson.encode(incident), StandardCharsets.UTF_8)));
    if (wanted.size() > limit) {
      spec.commandLine().getErr().println(AlarmsText.notShown(wanted.size() - limit));
    }
  }
}
