package kongo.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import kongo.protocol.Topics;
import kongo.reference.Acceptance;
import kongo.replay.Journal;
import kongo.replay.JournalUnreachable;
import kongo.replay.Ledger;
import kongo.replay.LedgerResult;
import kongo.replay.LedgerText;
import kongo.rules.RuleBooks;
import kongo.verify.SavedSet;
import kongo.verify.Verdict;
import kongo.verify.VerdictText;
import kongo.verify.Verification;
import kongo.verify.VerifySettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Compares the published violations with the reference's. */
@Command(name = "verify", mixinStandardHelpOptions = true,
    description = "Wait until the engine is at rest, then compare every violation that it published with what the independent "
        + "reference makes of all records in Kafka; where Cassandra is known, also balance the ledger. Ends with 1 if any is lost, invented or wrong, "
        + "or nothing became of a record.")
final class VerifyCommand implements Callable<Integer> {

  private static final Duration ONE_DAY = Duration.ofDays(1);

  @Mixin private DataOption data;

  @Option(names = "--kafka", paramLabel = "HOST:PORT", description = "Bootstrap servers (default: the local Kafka of --data).")
  private Optional<String> kafka = Optional.empty();

  @Mixin private JournalOptions journals;

  @Option(names = "--rules", paramLabel = "FILE", description = "The rule book (default: the shipped one).")
  private Optional<Path> rules = Optional.empty();

  @Option(names = "--group", defaultValue = "kongo", description = "Name of the engine's consumer groups (default: ${DEFAULT-VALUE}).")
  private String group;

  @Option(names = "--wait", paramLabel = "TIME", converter = DurationText.class, description = "How long to wait for rest at most (default: 10m).")
  private Duration wait = Duration.ofMinutes(10);

  @Option(names = "--save", paramLabel = "FILE", description = "Keep the published set, to compare it with ./kongo replay --against FILE.")
  private Optional<Path> save = Optional.empty();

  @Option(names = "-X", paramLabel = "KEY=VALUE", description = "A setting of the Kafka clients, such as -Xsecurity.protocol=SSL.")
  private Map<String, String> client = new TreeMap<>();

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    VerifySettings settings = settings();
    Verdict verdict = Verification.run(settings, this::progress);
    spec.commandLine().getOut().println(VerdictText.of(verdict));
    if (save.isPresent()) {
      SavedSet.write(save.get(), verdict.observed());
    }
    boolean balances = balances(settings, verdict.unread());
    return verdict.isClean() && balances ? Exit.OK : Exit.WRONG;
  }

  private VerifySettings settings() {
    Map<String, String> kafkaClient = new TreeMap<>(client);
    kafkaClient.put("bootstrap.servers", kafka.orElseGet(() -> LocalEnvironment.require(data.folder()).kafka()));
    return new VerifySettings(
        kafkaClient, Topics.DEFAULT, group, rules.map(RuleBooks::load).orElseGet(RuleBooks::shipped),
        Acceptance.DEFAULT_RETENTION, ONE_DAY, wait, Duration.ofSeconds(2));
  }

  /** The ledger needs Cassandra, which not everyone who reads Kafka can reach. */
  private boolean balances(VerifySettings settings, long unread) {
    if (kafka.isPresent() && !journals.isGiven()) {
      return true;
    }
    try (Journal journal = journals.open(data)) {
      LedgerResult ledger = Ledger.balance(settings, journal, false, unread, this::progress);
      spec.commandLine().getOut().println(LedgerText.of(ledger));
      return ledger.isClean();
    } catch (JournalUnreachable problem) {
      if (journals.isGiven()) {
        throw problem;
      }
      progress("no ledger: " + problem.getMessage());
      return true;
    }
  }

  private void progress(String line) {
    spec.commandLine().getErr().println(line);
  }
}
