package kongo.reference;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kongo.rules.Rule;
import kongo.rules.RuleBook;
import kongo.rules.RuleBooks;

/** Rule books of few rules, of every sort there is. */
final class SmallBooks {

  /** In units of {@link SmallWorlds#TICK}, which is 10 minutes. */
  private static final Map<Integer, List<Rule>> BY_HOLD =
      Stream.of(1, 2, 3).collect(Collectors.toUnmodifiableMap(hold -> hold, SmallBooks::rules));

  private SmallBooks() {}

  static RuleBook any(Random random, int hold) {
    List<Rule> rules = new ArrayList<>(BY_HOLD.get(hold));
    Collections.shuffle(rules, random);
    return RuleBooks.of(rules.subList(0, 1 + random.nextInt(11)));
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
          no-drift     { metric = rate.humidity, above = -1, below = 1, for = [A, B, C], at = WAREHOUSE, hold = 60m }
          cooling      { metric = rate.temperature, max = 0, at = TRUCK, subject = LOCATION }
          tempered     { metric = rate.temperature, above = -18, below = 18, subject = LOCATION, hold = 20m }
          odd          { metric = temperature, max = maxWeight, subject = LOCATION }
        }
        """, "small book").rules();
  }
}
