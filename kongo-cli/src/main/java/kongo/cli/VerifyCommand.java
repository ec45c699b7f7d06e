package kongo.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import kongo.replay.Journal;
import kongo.replay.JournalUnreachable;
import kongo.replay.Ledger;
import kongo.replay.LedgerResult;
import kongo.replay.LedgerText;
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

  @Mixin private DataOption data;
  @Mixin private SettingsOption settings;
  @Mixin private EngineOptions engine;
  @Mixin private JournalOptions journals;

  @Option(names = "--rules", paramLabel = "FILE", description = "The rule book (default: that of the settings, the shipped one).")
  private Optional<Path> rules = Optional.empty();

  @Option(names = "--save", paramLabel = "FILE", description = "Keep the published set, to compare it with ./kongo replay --against FILE.")
  private Optional<Path> save = Optional.empty();

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    VerifySettings checked = engine.verify(data, settings, rules);
    Verdict verdict = Verification.run(checked, this::progress);
    spec.commandLine().getOut().println(VerdictText.of(verdict));
    if (save.isPresent()) {
      SavedSet.write(save.get(), verdict.observed());
    }
    boolean balances = balances(checked, verdict.unread());
    return verdict.isClean() && balances ? Exit.OK : Exit.WRONG;
  }

  /** The ledger needs Cassandra, which not everyone who reads Kafka can reach. */
  private boolean balances(VerifySettings checked, long unread) {
    if (engine.isKafkaGiven() && !journals.isGiven()) {
      return true;
    }
    try (Journal journal = journals.open(data, settings)) {
      RetentionOfData.require(journal, checked.retention());
      LedgerResult ledger = Ledger.balance(checked, journal, false, unread, this::progress);
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
