package kongo.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import kongo.reference.SmallWorlds.Feature;
import kongo.registry.PlaceType;
import kongo.rules.Aboard;
import kongo.rules.Bound;
import kongo.rules.Bounded;
import kongo.rules.Bounds;
import kongo.rules.BuiltIn;
import kongo.rules.Condition;
import kongo.rules.Damping;
import kongo.rules.LoadCount;
import kongo.rules.LoadWeight;
import kongo.rules.Measured;
import kongo.rules.Overstay;
import kongo.rules.Plausible;
import kongo.rules.Rate;
import kongo.rules.Rule;
import kongo.rules.RuleBook;
import kongo.rules.RuleBooks;
import kongo.rules.Silence;
import kongo.rules.Subject;

/** Books that follow on a book, each of which changes a little of one before: often nothing, or nothing that judges. */
final class SmallHistory {

  private static final List<Double> BOUNDS = List.of(0.3, 1.0, 1.5, 2.0, 5.0, 5.5, 8.0, 9.0);

  private final Random random;
  private final int hold;
  private final Set<Feature> features;
  private final SmallDamping damping;
  private final List<RuleBook> books = new ArrayList<>();

  SmallHistory(Random random, int hold, Set<Feature> features, RuleBook first) {
    this.random = random;
    this.hold = hold;
    this.features = features;
    this.damping = new SmallDamping(random);
    books.add(first);
  }

  RuleBook next() {
    RuleBook like = chance(3) ? any(books) : books.get(books.size() - 1);
    RuleBook next = chance(5) ? like : changed(like);
    books.add(next);
    return next;
  }

  private RuleBook changed(RuleBook book) {
    List<Rule> rules = new ArrayList<>();
    book.rules().stream().filter(rule -> !chance(8)).forEach(rule -> rules.add(chance(2) ? changed(rule) : rule));
    SmallBooks.rules(random, hold).stream().limit(2)
        .filter(more -> chance(2) && rules.stream().noneMatch(rule -> rule.name().equals(more.name()))).forEach(rules::add);
    SortedMap<String, Plausible> plausible =
        features.contains(Feature.PLAUSIBLE) && chance(3) ? SmallBooks.plausible(random) : new TreeMap<>(book.plausible());
    BuiltIn builtIn = features.contains(Feature.DAMPING) ? damping.builtIn() : book.builtIn();
    return RuleBooks.of(rules, chance(4) ? SmallBooks.settle(random) : book.settleMillis(), plausible, builtIn);
  }

  private Rule changed(Rule rule) {
    return switch (random.nextInt(6)) {
      case 0 -> features.contains(Feature.DAMPING) ? damping.any(rule) : rule;
      case 1 -> withScope(rule);
      case 2 -> named(rule.name(), any(SmallBooks.rules(random, hold)));
      case 3 -> features.contains(Feature.DAMPING) ? ranked(rule, damping.any(rule)) : rule;
      default -> demanding(rule, rule.condition().when(new Other()));
    };
  }

  private static Rule ranked(Rule rule, Rule like) {
    return new Rule(
        rule.name(), rule.condition(), rule.damping(), rule.graceMillis(), rule.at(), rule.subject(), rule.categories(),
            like.ranking());
  }

  private static Rule named(String name, Rule rule) {
    return new Rule(
        name, rule.condition(), rule.damping(), rule.graceMillis(), rule.at(), rule.subject(), rule.categories(), rule.ranking());
  }

  private Rule demanding(Rule rule, Condition condition) {
    return new Rule(
        rule.name(), condition, condition instanceof Bounded ? plain(rule.damping())
            : Damping.NONE, rule.graceMillis(), rule.at(),
        rule.subject(), rule.categories(), rule.ranking());
  }

  /** Other bounds may leave no room for a deadband. */
  private static Damping plain(Damping damping) {
    return new Damping(0, damping.mergeMillis(), damping.delayMillis());
  }

  private Rule withScope(Rule rule) {
    Optional<PlaceType> at = chance(2) || rule.at().equals(Optional.of(PlaceType.GOODS)) ? rule.at() : chance(2)
        ? Optional.empty() : Optional.of(any(List.of(PlaceType.TRUCK, PlaceType.WAREHOUSE)));
    List<String> categories = Stream.of("A", "B", "C").filter(category -> chance(2)).toList();
    boolean isOfGoods = rule.subject() == Subject.GOODS && !categories.isEmpty();
    return new Rule(
        rule.name(), rule.condition(), rule.damping(), rule.graceMillis(), at, rule.subject(), isOfGoods ? categories
            : rule.categories(),
        rule.ranking());
  }

  /** The same kind of condition with other numbers. */
  private final class Other implements Condition.Cases<Condition> {

    @Override
    public Condition measured(Measured condition) {
      return new Measured(condition.metric(), bounds(condition), time(condition.holdMillis()));
    }

    @Override
    public Condition rate(Rate condition) {
      return new Rate(condition.of(), bounds(condition), time(condition.holdMillis()));
    }

    @Override
    public Condition loadWeight(LoadWeight condition) {
      return new LoadWeight(bounds(condition));
    }

    @Override
    public Condition loadCount(LoadCount condition) {
      return new LoadCount(bounds(condition));
    }

    @Override
    public Condition aboard(Aboard condition) {
      return new Aboard(condition.category(), bounds(condition));
    }

    @Override
    public Condition silence(Silence condition) {
      return new Silence(condition.metric(), time(condition.silentMillis()));
    }

    @Override
    public Condition overstay(Overstay condition) {
      return new Overstay(time(condition.stayMillis()));
    }
  }

  private Bounds bounds(Bounded condition) {
    if (chance(4)) {
      return condition.bounds();
    }
    Optional<Bound> upper = Optional.of(new Bound(any(BOUNDS), chance(2), false));
    boolean mayName = condition instanceof LoadWeight;
    return chance(5) && mayName ? new Bounds(Optional.empty(), Optional.of(new Bound(0, chance(2), true)))
        : new Bounds(Optional.empty(), upper);
  }

  private long time(long millis) {
    return chance(2) ? millis : (1 + random.nextInt(4)) * SmallWorlds.TICK;
  }

  private <T> T any(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  private boolean chance(int oneIn) {
    return random.nextInt(oneIn) == 0;
  }
}
