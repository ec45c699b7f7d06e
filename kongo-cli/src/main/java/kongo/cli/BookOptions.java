package kongo.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import kongo.local.LocalFailure;
import kongo.rules.InvalidRuleBookException;
import kongo.rules.RuleBook;
import kongo.rules.RuleBooks;
import kongo.simulator.books.BookChanges;
import kongo.simulator.books.BookPlan;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The options that say which rule books are sent while a world goes on. */
final class BookOptions {

  /** Apart from the world's own, so that books never change the events. */
  private static final long BOOKS_SEED = 0x3C6EF372FE94F82BL;

  /** So many, one each time. */
  record Series(int count, Duration every) {

    static final Series NONE = new Series(0, Duration.ofSeconds(1));
  }

  @Option(names = "--books", paramLabel = "N,TIME", converter = SeriesText.class, description = "So many rule books are sent, one each TIME, in turn from ever, a while ago, now and soon on.")
  private Series series = Series.NONE;

  @Option(names = "--haste", paramLabel = "N", defaultValue = "1", description = "The times in the rules of these books are divided by this: 60 makes a minute of an hour (default: ${DEFAULT-VALUE}).")
  private double haste;

  @Option(names = "--book", paramLabel = "FILE", description = "The rule book that these are made from (default: the shipped one, in the classic world hocon/original.conf).")
  private Optional<Path> base = Optional.empty();

  /**
   * @param usual what they are made from if nothing is named
   * @throws IllegalArgumentException with a sentence if there is no such plan
   */
  BookChanges books(Instant start, long seed, Duration longestStay, RuleBook usual) {
    BookPlan plan = new BookPlan(series.count(), series.every(), haste, longestStay);
    return new BookChanges(plan, book(usual), start, seed ^ BOOKS_SEED);
  }

  private RuleBook book(RuleBook usual) {
    try {
      return base.map(RuleBooks::load).orElse(usual);
    } catch (InvalidRuleBookException problem) {
      throw new LocalFailure(problem.getMessage(), problem);
    }
  }

  /** Reads a number and a time, such as 4,20s. */
  static final class SeriesText implements ITypeConverter<Series> {

    @Override
    public Series convert(String text) {
      String[] parts = text.split(",", -1);
      if (parts.length != 2) {
        throw new TypeConversionException("'" + text + "' is not a number and a time, such as 4,20s");
      }
      try {
        return new Series(Integer.parseInt(parts[0]), new DurationText().convert(parts[1]));
      } catch (NumberFormatException problem) {
        throw new TypeConversionException("'" + text + "' is not a number and a time, such as 4,20s");
      }
    }
  }
}
