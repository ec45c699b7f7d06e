package kongo.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import kongo.protocol.RuleBookJson;
import kongo.protocol.RuleBookRecord;
import kongo.rules.InvalidRuleBookException;
import kongo.rules.RuleBook;
import kongo.rules.RuleBooks;
import kongo.rules.RuleHistory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says whether a rule book is valid, and if not, all that is wrong with it. */
@Command(name = "check", mixinStandardHelpOptions = true, description = "Check a rule book: exits with 1 and tells every mistake by file, rule and key.")
final class RulesCheckCommand implements Callable<Integer> {

  @Parameters(paramLabel = "FILE", description = "A rule book in HOCON.")
  private Path file;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    try {
      var book = RuleBooks.load(file);
      spec.commandLine().getOut().printf("%s: %d rules, hash %s%n", file, book.rules().size(), book.hash());
      tellIfNoClusterTakesIt(book);
      return Exit.OK;
    } catch (InvalidRuleBookException e) {
      e.problems().forEach(problem -> spec.commandLine().getErr().println(Printable.of(problem)));
      return Exit.WRONG;
    }
  }

  /** Nodes may be configured with a larger one than fits into a record. */
  private void tellIfNoClusterTakesIt(RuleBook book) {
    SentBooks.refusal(RuleBookJson.encode(new RuleBookRecord(RuleHistory.EVER, book, "", "")))
        .ifPresent(why -> spec.commandLine().getOut().println("A running cluster cannot be sent it: " + why));
  }
}
