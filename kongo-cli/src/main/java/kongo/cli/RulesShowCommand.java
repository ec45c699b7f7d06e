package kongo.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows a rule book that was sent. */
@Command(name = "show", mixinStandardHelpOptions = true, sortOptions = false,
    description = "Print a rule book as JSON, which is a rule book's file as well.")
final class RulesShowCommand implements Callable<Integer> {

  @Mixin private SentBooks books;

  @Parameters(paramLabel = "VERSION", description = "Which one: its number in ./kongo rules list, or \"" + SentBooks.CONFIGURED + "\".")
  private String version;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    spec.commandLine().getOut().println(BookJson.pretty(books.book(books.read(), version).book()));
    return Exit.OK;
  }
}
