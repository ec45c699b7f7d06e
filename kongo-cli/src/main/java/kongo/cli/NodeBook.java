package kongo.cli;

import java.nio.file.Path;
import java.util.Optional;
import kongo.local.LocalFailure;
import kongo.rules.InvalidRuleBookException;
import kongo.rules.RuleBooks;
import picocli.CommandLine.Option;

/** The option that says by which rule book nodes are started. */
final class NodeBook {

  /** What says the same to a node. */
  static final String VARIABLE = "KONGO_RULES";

  @Option(names = "--rules", paramLabel = "FILE",
      description = "Rule book of the nodes (default: that of KONGO_RULES, else the shipped one, for the classic world hocon/original.conf).")
  private Optional<Path> given = Optional.empty();

  /**
   * Its file; nothing for the shipped one.
   *
   * @param isClassic whether the nodes are for the classic world, whose turns of an hour are nothing for a book that waits for minutes
   * @throws LocalFailure if there is no such book
   */
  Optional<Path> file(boolean isClassic) {
    Optional<Path> named = given.or(() -> Optional.ofNullable(System.getenv(VARIABLE)).map(Path::of));
    Optional<Path> file = named.or(() -> isClassic ? Optional.of(original()) : Optional.empty()).map(Path::toAbsolutePath);
    file.ifPresent(NodeBook::check);
    return file;
  }

  private static Path original() {
    return Path.of(System.getProperty("kongo.home", ""), "hocon", "original.conf");
  }

  private static void check(Path file) {
    try {
      RuleBooks.load(file);
    } catch (InvalidRuleBookException problem) {
      throw new LocalFailure(problem.getMessage(), problem);
    }
  }
}
