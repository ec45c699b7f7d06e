package kongo.protocol;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import kongo.registry.PlaceType;
import kongo.rules.Aboard;
import kongo.rules.Bound;
import kongo.rules.Bounded;
import kongo.rules.Bounds;
import kongo.rules.BuiltIn;
import kongo.rules.Condition;
import kongo.rules.Damping;
import kongo.rules.Escalation;
import kongo.rules.LoadCount;
import kongo.rules.LoadWeight;
import kongo.rules.Measured;
import kongo.rules.Overstay;
import kongo.rules.Plausible;
import kongo.rules.Ranking;
import kongo.rules.Rate;
import kongo.rules.Rule;
import kongo.rules.RuleBook;
import kongo.rules.RuleBooks;
import kongo.rules.Silence;
import kongo.rules.Subject;
import kongo.violation.Severity;

/** Valid rule books of any sort, with names as odd as they may be. */
final class RandomBooks {

  private static final List<String> NAMES = List.of("a", "cool", "a.b", "\"", "\\", "${x}", "#", "//", "{", "}", "include", "=", "+=", "a|b%,", "null", "5");

  private final Random random;

  RandomBooks(long seed) {
    this.random = new Random(seed);
  }

  RuleBook next() {
    List<Rule> rules = new ArrayList<>();
    for (String name : NAMES) {
      if (random.nextInt(3) == 0) {
        rules.add(rule(name));
      }
    }
    return RuleBooks.of(rules, random.nextBoolean() ? 0 : millis(), plausible(), builtIn());
  }

  private SortedMap<String, Plausible> plausible() {
    SortedMap<String, Plausible> plausible = new TreeMap<>();
    for (int i = random.nextInt(3); i > 0; i--) {
      double min = number() + 0.0;
      Set<Double> not = random.nextBoolean() ? Set.of(-127.0, number() + 0.0) : Set.of(85.0);
      plausible.put(name(), new Plausible(some(() -> min).orElse(Double.NEGATIVE_INFINITY), Math.max(min + 1, number()), not));
    }
    return plausible;
  }

  private BuiltIn builtIn() {
    return new BuiltIn(new Ranking(severity(), List.of(), some(random::nextBoolean)), severity(), severity());
  }

  private Rule rule(String name) {
    Condition condition = condition();
    boolean ofLocation = !(condition instanceof Overstay) && random.nextInt(4) == 0;
    List<String> categories = ofLocation ? List.of() : NAMES.stream().filter(each -> random.nextInt(4) == 0).sorted().toList();
    boolean atItself = !ofLocation && !condition.namesMaxWeight() && isMeasured(condition);
    Optional<PlaceType> at = some(() -> PlaceType.values()[random.nextInt(PlaceType.values().length)]).filter(
        place -> atItself || place != PlaceType.GOODS);
    return new Rule(
        name, condition, damping(condition), condition instanceof Bounded && !ofLocation && random.nextInt(3) == 0 ? millis() : 0, at,
        ofLocation ? Subject.LOCATION : Subject.GOODS, ofLocation || !categories.isEmpty() ? categories : List.of("x"), ranking(condition));
  }

  private static boolean isMeasured(Condition condition) {
    return condition instanceof Measured || condition instanceof Rate || condition instanceof Silence;
  }

  private Damping damping(Condition condition) {
    if (!(condition instanceof Bounded bounded)) {
      return Damping.NONE;
    }
    boolean isOpen = bounded.bounds().lower().isEmpty() || bounded.bounds().upper().isEmpty();
    boolean mayHaveDeadband = isMeasured(condition) && isOpen && random.nextBoolean();
    return new Damping(
        mayHaveDeadband ? random.nextDouble() + Double.MIN_VALUE : 0, some(this::millis).orElse(0L), some(this::millis).orElse(0L));
  }

  private Ranking ranking(Condition condition) {
    List<Escalation> escalations = new ArrayList<>();
    for (int i = random.nextInt(3); i > 0; i--) {
      boolean byDistance = condition instanceof Bounded && random.nextBoolean();
      escalations.add(new Escalation(
          severity(), byDistance ? OptionalLong.empty() : OptionalLong.of(millis()),
          byDistance ? OptionalDouble.of(random.nextDouble() * 10) : OptionalDouble.empty()));
    }
    return new Ranking(severity(), escalations, condition instanceof Silence ? Optional.empty() : some(random::nextBoolean));
  }

  private Severity severity() {
    return Severity.values()[random.nextInt(Severity.values().length)];
  }

  private Condition condition() {
    return switch (random.nextInt(7)) {
      case 0 -> new Measured(name(), bounds(), millis());
      case 1 -> new Rate(name(), bounds(), millis());
      case 2 -> new LoadWeight(bounds());
      case 3 -> new LoadCount(bounds());
      case 4 -> new Aboard(name(), bounds());
      case 5 -> new Silence(name(), millis());
      default -> new Overstay(millis());
    };
  }

  private String name() {
    return NAMES.get(random.nextInt(NAMES.size()));
  }

  private Bounds bounds() {
    double lower = number();
    double upper = Math.max(lower + 1, number());
    Optional<Bound> above = some(() -> new Bound(lower, random.nextBoolean(), false));
    boolean onlyUpper = above.isEmpty();
    Optional<Bound> below = random.nextInt(4) == 0
        ? Optional.of(new Bound(0, random.nextBoolean(), true))
        : onlyUpper || upper > lower ? Optional.of(new Bound(upper + 0.0, random.nextBoolean(), false)) : Optional.empty();
    return upper > lower || onlyUpper ? new Bounds(above, below) : new Bounds(above, Optional.empty());
  }

  private double number() {
    return switch (random.nextInt(4)) {
      case 0 -> random.nextInt(20) - 10;
      case 1 -> random.nextGaussian() * 100;
      case 2 -> random.nextGaussian() * 1e300;
      default -> random.nextGaussian() * 1e-300;
    };
  }

  private long millis() {
    long[] units = {1, 1_000, 60_000, 3_600_000, 86_400_000};
    return units[random.nextInt(units.length)] * (1 + random.nextInt(36_000));
  }

  private <T> Optional<T> some(Supplier<T> thing) {
    return random.nextBoolean() ? Optional.of(thing.get()) : Optional.empty();
  }
}
