package kongo.rules;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigParseOptions;
import com.typesafe.config.ConfigResolveOptions;
import com.typesafe.config.ConfigSyntax;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Reads rule books from HOCON (section 6 of docs/semantics.md). */
public final class RuleBooks {

  private static final ConfigParseOptions OPTIONS =
      ConfigParseOptions.defaults().setSyntax(ConfigSyntax.CONF).setAllowMissing(false);

  /** A book says the same to everybody, whatever stands in the environment. */
  private static final ConfigResolveOptions ALONE = ConfigResolveOptions.noSystem();

  private RuleBooks() {}

  /**
   * The book in a file.
   *
   * @throws InvalidRuleBookException with all that is wrong with it
   */
  public static RuleBook load(Path file) {
    if (!Files.isReadable(file) || Files.isDirectory(file)) {
      throw new InvalidRuleBookException(List.of(file + ": cannot be read, a rule book has to be a readable file."));
    }
    return read(text(file), () -> ConfigFactory.parseFile(file.toFile(), OPTIONS), file.toString());
  }

  /**
   * The book in a text.
   *
   * @param origin what errors name the text as
   * @throws InvalidRuleBookException with all that is wrong with it
   */
  public static RuleBook parse(String hocon, String origin) {
    return read(hocon, () -> ConfigFactory.parseString(hocon, OPTIONS.setOriginDescription(origin)), origin);
  }

  /** The book that Kongo comes with: hocon/rules.conf. */
  public static RuleBook shipped() {
    return resource("rules.conf");
  }

  /** One that judges at once and ranks nothing, hocon/original.conf: the classic world is made for it. */
  public static RuleBook original() {
    return resource("original.conf");
  }

  private static RuleBook resource(String name) {
    try (var resource = RuleBooks.class.getResourceAsStream("/kongo/rules/" + name)) {
      return parse(new String(resource.readAllBytes(), StandardCharsets.UTF_8), name);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The book of these rules, which are taken to be valid; in it nothing settles. */
  public static RuleBook of(Collection<Rule> rules) {
    return of(rules, 0);
  }

  /** The same, in which Goods settle for so many milliseconds, 0 or more. */
  public static RuleBook of(Collection<Rule> rules, long settleMillis) {
    return of(rules, settleMillis, new TreeMap<>(), BuiltIn.DEFAULT);
  }

  /** The same, with what sensors can mean by metric, and how bad it is to break what needs no rule. */
  public static RuleBook of(
      Collection<Rule> rules, long settleMillis, SortedMap<String, Plausible> plausible, BuiltIn builtIn) {
    List<Rule> sorted = rules.stream().sorted(Comparator.comparing(Rule::name)).toList();
    SortedMap<String, Plausible> kept = Collections.unmodifiableSortedMap(new TreeMap<>(plausible));
    return new RuleBook(sorted, settleMillis, kept, builtIn, RuleBookHash.of(sorted, settleMillis, kept, builtIn));
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new InvalidRuleBookException(List.of(file + ": cannot be read, a rule book has to be a text in UTF-8."));
    }
  }

  private static RuleBook read(String text, Supplier<Config> source, String file) {
    try {
      return RuleBookReader.read(source.get().resolve(ALONE).root(), text, file);
    } catch (ConfigException e) {
      throw new InvalidRuleBookException(List.of(file + ": is not valid HOCON: " + e.getMessage()));
    } catch (StackOverflowError tooDeep) {
      // the parser of HOCON knows no limit
      throw new InvalidRuleBookException(List.of(file + ": is nested too deep for a rule book."));
    }
  }
}
