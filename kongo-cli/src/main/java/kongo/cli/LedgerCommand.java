package kongo.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import kongo.replay.Journal;
import kongo.replay.Ledger;
import kongo.replay.LedgerResult;
import kongo.replay.LedgerText;
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
  @Mixin private SettingsOption settings;
  @Mixin private EngineOptions engine;
  @Mixin private JournalOptions journals;

  @Option(names = "--audit", description = "Also audit the journals: numbers without gap, one writer each, every event readable, every Goods in one place at a time.")
  private boolean audit;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    try (Journal journal = journals.open(data, settings)) {
      LedgerResult result =
          Ledger.run(
              engine.verify(data, settings, Optional.empty()), journal, audit, line -> spec.commandLine().getErr().println(line));
      spec.commandLine().getOut().println(LedgerText.of(result));
      return result.isClean() ? Exit.OK : Exit.WRONG;
    }
  }
}
