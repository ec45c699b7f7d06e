package kongo.cli;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import kongo.protocol.Topics;
import kongo.reference.Acceptance;
import kongo.replay.Journal;
import kongo.replay.Ledger;
import kongo.replay.LedgerResult;
import kongo.replay.LedgerText;
import kongo.rules.RuleBooks;
import kongo.verify.VerifySettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Proves what became of every input record. */
@Command(name = "ledger", mixinStandardHelpOptions = true, sortOptions = false,
    description = "Wait until the engine is at rest, then tell of every input record in Kafka whether it is in a journal row, in the dead "
        + "letters, or repeats an earlier one. Ends with 1 if nothing became of any, and names them.")
final class LedgerCommand implements Callable<Integer> {

  @Mixin private DataOption data;

  @Option(names = "--kafka", paramLabel = "HOST:PORT", description = "Bootstrap servers (default: the local Kafka of --data).")
  private Optional<String> kafka = Optional.empty();

  @Mixin private JournalOptions journals;

  @Option(names = "--audit", description = "Also audit the journals: numbers without gap, one writer each, every event readable, every Goods in one place at a time.")
  private boolean audit;

  @Option(names = "--group", defaultValue = "kongo", description = "Name of the engine's consumer groups (default: ${DEFAULT-VALUE}).")
  private String group;

  @Option(names = "--wait", paramLabel = "TIME", converter = DurationText.class, description = "How long to wait for rest at most (default: 10m).")
  private Duration wait = Duration.ofMinutes(10);

  @Option(names = "-X", paramLabel = "KEY=VALUE", description = "A setting of the Kafka clients, such as -Xsecurity.protocol=SSL.")
  private Map<String, String> client = new TreeMap<>();

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    Map<String, String> settings = new TreeMap<>(client);
    settings.put("bootstrap.servers", kafka.orElseGet(() -> LocalEnvironment.require(data.folder()).kafka()));
    try (Journal journal = journals.open(data)) {
      LedgerResult result =
          Ledger.run(
              new VerifySettings(
                  settings, Topics.DEFAULT, group, RuleBooks.shipped(), Acceptance.DEFAULT_RETENTION, Duration.ofDays(1),
                  wait, Duration.ofSeconds(2)),
              journal, audit, line -> spec.commandLine().getErr().println(line));
      spec.commandLine().getOut().println(LedgerText.of(result));
      return result.isClean() ? Exit.OK : Exit.WRONG;
    }
  }
}
