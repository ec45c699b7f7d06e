package kongo.reference;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kongo.reference.SmallWorlds.Feature;
import kongo.rules.BuiltIn;
import kongo.rules.Plausible;
import kongo.rules.Rule;
import kongo.rules.RuleBook;
import kongo.rules.RuleBooks;

/** Rule books of few rules, of every sort there is. */
final class SmallBooks {

  /** In units of {@link SmallWorlds#TICK}, which is 10 minutes. */
  private static final Map<Integer, List<Rule>> BY_HOLD =
      Stream.of(1, 2, 3).collect(Collectors.toUnmodifiableMap(hold -> hold, SmallBooks::rules));

  private static final List<Double> LEAST = List.of(Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY, -1.0, 0.0, 1.0);
  private static final List<Double> MOST = List.of(Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, 12.0, 9.0, 8.0);
  private static final List<Double> ODD = List.of(-1.0, 0.0, 2.0, 5.5, 9.0, 12.0);

  private static final List<Rule> ABOUT_LOGGERS = RuleBooks.parse("""
      hold = 20m
      rules {
        logged       { metric = temperature, max = 5, for = [A, B], at = GOODS }
        jolted       { metric = rate.temperature, min = -30, max = 30, for = [A, C], at = GOODS }
        logging      { metric = temperature, silent = 20m, for = [A, B, C], at = GOODS }
      }
      """, "small book").rules();

  private SmallBooks() {}

  static RuleBook any(Random random, int hold, Set<Feature> features) {
    List<Rule> rules = new ArrayList<>(rules(random, hold));
    if (features.contains(Feature.LOGGERS)) {
      ABOUT_LOGGERS.stream().filter(rule -> random.nextBoolean()).forEach(rules::add);
    }
    long settle = settle(random);
    SmallDamping damping = new SmallDamping(random);
    boolean isDamped = features.contains(Feature.DAMPING);
    return RuleBooks.of(
        isDamped ? rules.stream().map(damping::any).toList() : rules, settle,
        features.contains(Feature.PLAUSIBLE) ? plausible(random) : new TreeMap<>(), isDamped ? damping.builtIn()
            : BuiltIn.DEFAULT);
  }

  static SortedMap<String, Plausible> plausible(Random random) {
    SortedMap<String, Plausible> plausible = new TreeMap<>();
    for (String metric : List.of("temperature", "humidity", "noise")) {
      if (random.nextInt(3) > 0) {
        plausible.put(metric,
            new Plausible(any(random, LEAST), any(random, MOST), random.nextBoolean() ? Set.of() : Set.of(any(random, ODD))));
      }
    }
    return plausible;
  }

  private static double any(Random random, List<Double> values) {
    return values.get(random.nextInt(values.size()));
  }

  static List<Rule> rules(Random random, int hold) {
    List<Rule> rules = new ArrayList<>(BY_HOLD.get(hold));
    Collections.shuffle(rules, random);
    return rules.subList(0, 1 + random.nextInt(13));
  }

  /** Often as long as moves are apart, and a millisecond more or less. */
  static long settle(Random random) {
    return random.nextBoolean() ? 0 : Math.max(0, random.nextInt(4) * SmallWorlds.TICK + random.nextInt(3) - 1);
  }

  private static List<Rule> rules(int hold) {
    return RuleBooks.parse("hold = " + 10 * hold + "m\n" + """
        rules {
          inside       { metric = temperature, min = 2, max = 8, for = [A] }
          within       { metric = temperature, above = 2, below = 8, for = [A, B] }
          cold-short   { metric = temperature, max = 5, for = [B], hold = 10m }
          cold-long    { metric = temperature, max = 5, for = [C], hold = 60m }
          dry          { metric = humidity, below = 5, for = [A, C], at = WAREHOUSE }
          wet          { metric = humidity, min = 5.5, for = [B, C], at = TRUCK }
          precise      { metric = humidity, min = 5, max = 5, for = [A, B, C], hold = 1ms }
          no-a         { metric = "aboard.A", max = 0, for = [B, C], at = TRUCK }
          a-alone      { metric = "aboard.A", max = 0, for = [A] }
          few-a        { metric = "aboard.A", max = 1, for = [A, B], at = WAREHOUSE }
          needs-c      { metric = "aboard.C", min = 1, for = [A, C] }
          place-a      { metric = "aboard.A", below = 2, subject = LOCATION }
          company      { metric = load.count, min = 2, for = [B] }
          count        { metric = load.count, min = 1, max = 2, subject = LOCATION }
          overload     { metric = load.weight, max = maxWeight, at = TRUCK, subject = LOCATION }
          overloaded   { metric = load.weight, below = maxWeight, for = [C] }
          light        { metric = load.weight, max = 1.5, subject = LOCATION }
          laden        { metric = load.weight, min = 1, max = maxWeight, at = TRUCK, for = [A] }
          cabin        { metric = temperature, max = 8, at = TRUCK, subject = LOCATION }
          hall         { metric = temperature, above = 1, below = 9, subject = LOCATION, hold = 20m }
          steady       { metric = rate.temperature, min = -30, max = 30, for = [A] }
          slow         { metric = rate.temperature, below = 18, for = [B, C], hold = 10m }
          "no/drift%"  { metric = rate.humidity, above = -1, below = 1, for = [A, B, C], at = WAREHOUSE, hold = 60m }
          cooling      { metric = rate.temperature, max = 0, at = TRUCK, subject = LOCATION }
          tempered     { metric = rate.temperature, above = -18, below = 18, subject = LOCATION, hold = 20m }
          odd          { metric = temperature, max = maxWeight, subject = LOCATION }
          heard        { metric = temperature, silent = 20m, for = [A] }
          heard-soon   { metric = humidity, silent = 599999ms, for = [B, C], at = TRUCK }
          heard-late   { metric = temperature, silent = 50m, for = [A, B, C], at = WAREHOUSE }
          never-heard  { metric = pressure, silent = 30m, for = [B] }
          alive        { metric = temperature, silent = 30m, subject = LOCATION }
          loud         { metric = noise, silent = 10m, subject = LOCATION, at = WAREHOUSE }
          turnover     { stay = 20m, for = [A] }
          on-the-move  { stay = 10m, for = [B, C], at = TRUCK }
          shelf        { stay = 70m, for = [A, B, C], at = WAREHOUSE }
        }
        """, "small book").rules();
  }
}
