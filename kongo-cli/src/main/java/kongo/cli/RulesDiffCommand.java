package kongo.cli;

import java.util.List;
import java.util.concurrent.Callable;
import kongo.verify.BookRecords;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows what one rule book says otherwise than another one. */
@Command(name = "diff", mixinStandardHelpOptions = true, sortOptions = false,
    description = "Show what one rule book says otherwise than another one. Ends with 1 if there is anything.")
final class RulesDiffCommand implements Callable<Integer> {

  @Mixin private SentBooks books;

  @Parameters(index = "0", paramLabel = "A", description = "Which one: its number in ./kongo rules list, or \"" + SentBooks.CONFIGURED + "\".")
  private String first;

  @Parameters(index = "1", paramLabel = "B", description = "The other one.")
  private String second;

  @Option(names = "--json", description = "Print a line of JSON for each difference.")
  private boolean json;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    BookRecords records = books.read();
    List<BookDifference> differences = BookDifference.between(books.book(records, first).book(), books.book(records, second).book());
    differences.forEach(each -> spec.commandLine().getOut().println(json ? each.json() : each.words()));
    return differences.isEmpty() ? Exit.OK : Exit.WRONG;
  }
}
