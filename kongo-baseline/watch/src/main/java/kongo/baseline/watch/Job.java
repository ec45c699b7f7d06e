package kongo.baseline.watch;

import java.nio.file.Path;
import java.util.List;
import kongo.rules.RuleBook;
import kongo.rules.RuleBooks;

/**
 * What a baseline's process is told to do.
 *
 * @param bootstrap of Kafka
 * @param alarms the topic that it writes
 * @param rules file of the rule book, {@link #SHIPPED} for the one that Kongo comes with
 * @param folder for what it keeps on disk
 */
public record Job(String bootstrap, String sensors, String rfid, String registry, String alarms, String rules, Path folder) {

  public static final String SHIPPED = "shipped";
  private static final int ARGUMENTS = 7;

  /** @throws IllegalArgumentException with how to call it */
  public static Job parse(String[] args) {
    if (args.length != ARGUMENTS) {
      throw new IllegalArgumentException(
          "Give bootstrap servers, the topics of sensors, rfid, registry and of the alarms to write, a rule book or '%s', and a folder."
              .formatted(SHIPPED));
    }
    return new Job(args[0], args[1], args[2], args[3], args[4], args[5], Path.of(args[6]));
  }

  public List<String> arguments() {
    return List.of(bootstrap, sensors, rfid, registry, alarms, rules, folder.toString());
  }

  public Limits limits() {
    RuleBook book = rules.equals(SHIPPED) ? RuleBooks.shipped() : RuleBooks.load(Path.of(rules));
    return Limits.of(book);
  }
}
