package kongo.reference;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.Set;
import kongo.rules.Bound;
import kongo.rules.Bounds;
import kongo.rules.Damping;
import kongo.rules.Measured;
import kongo.rules.Ranking;
import kongo.rules.Rule;
import kongo.rules.RuleBook;
import kongo.rules.RuleBooks;
import kongo.rules.RuleHistory;
import kongo.rules.Subject;
import kongo.violation.Kind;
import kongo.violation.Limit;
import kongo.violation.Severity;
import kongo.violation.Status;
import kongo.violation.Violation;

/**
 * Revisions of a few violations within a short time, so that many touch, overlap or are just close enough, and rule books
 * by which what is close enough changes.
 *
 * @param delivered in the order in which they arrive, some repeatedly
 */
record SmallAlarms(RuleHistory history, List<Published> delivered) {

  /** One revision of a violation. */
  record Published(long revision, Violation violation) {}

  private static final int TIMES = 30;
  private static final List<String> RULES = List.of("r", "r", "r", "r%/2", "moved");
  private static final List<String> SENSORS = List.of("", "", "", "s/1");
  private static final List<String> GOODS = List.of("a", "b", "c", "d/1", "e", "f", "g", "h", "i", "j", "k", "l", "m");
  private static final List<Double> VALUES = List.of(-1.0, 0.0, 1.0, 9.0, 10.0, 11.0, 11.0, 8.0005, 8.0004);
  private static final Limit BETWEEN =
      Limit.ofBounds(OptionalDouble.of(2), OptionalDouble.empty(), OptionalDouble.of(8), OptionalDouble.empty());
  private static final Limit BELOW =
      Limit.ofBounds(OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.of(-2.5));

  /** Of a weight the last two bounds are as far below 10 and 9: they are taken to the gram. */
  private static final List<Limit> LIMITS = List.of(BETWEEN, BELOW, max(8.0004), max(7));

  private static Limit max(double bound) {
    return Limit.ofBounds(OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.of(bound), OptionalDouble.empty());
  }

  static SmallAlarms generate(long seed) {
    return new Drawing(new Random(seed), seed % 2 == 0).alarms();
  }

  /** @param isDense whether all are of one condition */
  private record Drawing(Random random, boolean isDense) {

    SmallAlarms alarms() {
      List<Published> all = new ArrayList<>();
      List<String> goods = new ArrayList<>(GOODS);
      Collections.shuffle(goods, random);
      int few = 1 + random.nextInt(chance(4) ? goods.size() : 4);
      Set<String> ids = new HashSet<>();
      for (int i = 1 + random.nextInt(16); i > 0; i--) {
        List<Published> more = revisions(goods.subList(0, few));
        if (ids.add(more.get(0).violation().id())) {
          all.addAll(more);
        }
      }
      List<Published> delivered = new ArrayList<>(all);
      all.stream().filter(one -> chance(4)).forEach(delivered::add);
      Collections.shuffle(delivered, random);
      return new SmallAlarms(history(), delivered);
    }

    private RuleHistory history() {
      RuleHistory history = RuleHistory.of(book());
      for (int i = random.nextInt(4); i > 0; i--) {
        history = history.and(history.version() + 1, chance(5) ? RuleHistory.EVER : random.nextInt(TIMES), book());
      }
      return history;
    }

    private RuleBook book() {
      return RuleBooks.of(RULES.stream().distinct().filter(name -> !chance(6)).map(this::rule).toList());
    }

    private Rule rule(String name) {
      long merge = chance(3) ? 0 : 1 + random.nextInt(7);
      Bounds bounds = new Bounds(Optional.of(new Bound(2, true, false)), Optional.empty());
      return new Rule(
          name, new Measured("heat", bounds, 100), new Damping(0, merge, 0), 0, Optional.empty(), Subject.GOODS, List.of("A"), Ranking.DEFAULT);
    }

    /** Of one violation; it may be that its rule is of another kind by another book. */
    private List<Published> revisions(List<String> goods) {
      Violation like = isDense
          ? ofValues(any(List.of(Kind.ENVIRONMENT, Kind.OVERLOAD)), "r", any(goods), "place", "", random.nextInt(TIMES))
          : violation(any(goods), any(RULES), chance(8) ? "other" : "place", any(SENSORS), random.nextInt(TIMES));
      List<Published> revisions = new ArrayList<>();
      long revision = 1 + random.nextInt(3);
      for (int i = 1 + random.nextInt(3); i > 0; i--) {
        revisions.add(new Published(revision, revised(like)));
        revision += 1 + random.nextInt(3);
      }
      return revisions;
    }

    private Violation violation(String goods, String rule, String location, String sensor, long from) {
      Kind kind = chance(3) ? any(List.of(Kind.values())) : Kind.ENVIRONMENT;
      return switch (kind) {
        case EXPIRED -> built(kind, "expired", goods, location, "", from, Ids.of(goods, "expired", "-", "", from));
        case MISPLACED -> built(kind, "misplaced", goods, location, "", from, Ids.of(goods, "misplaced", location, "", from));
        case MISROUTED -> built(kind, "misrouted", goods, location, "", from, Ids.of(goods, "misrouted", location, "", from));
        case SILENCE, OVERSTAY -> built(kind, rule, goods, location, "", from, Ids.of(goods, rule, location, "", from));
        case ENVIRONMENT, COLOCATION, OVERLOAD -> ofValues(kind, rule, goods, location, sensor, from);
      };
    }

    /** Some are of the Location itself. */
    private Violation ofValues(Kind kind, String rule, String goods, String location, String sensor, long from) {
      boolean isOfGoods = !chance(4);
      String id = Ids.of(isOfGoods ? goods : location, rule, location, sensor, from);
      return built(kind, rule, isOfGoods ? goods : null, location, sensor, from, id);
    }

    private Violation built(Kind kind, String rule, String goods, String location, String sensor, long from, String id) {
      return new Violation(
          id, Status.OPEN, kind, Severity.MAJOR, rule, goods, location, null, sensor, null, from, null, null, null, null, List.of());
    }

    private Violation revised(Violation like) {
      Kind kind = like.rule().equals("moved") && like.goods() != null && like.sensor().isEmpty() && chance(2)
          ? any(List.of(Kind.SILENCE, Kind.OVERSTAY, Kind.ENVIRONMENT))
          : like.kind();
      boolean isMoment = kind == Kind.MISPLACED;
      boolean isOpen = !isMoment && chance(4);
      Long to = isOpen ? null : Long.valueOf(isMoment ? like.from() : like.from() + length());
      Status status = isOpen ? Status.OPEN : Status.CLOSED;
      boolean hasValues = kind == Kind.ENVIRONMENT || kind == Kind.COLOCATION || kind == Kind.OVERLOAD;
      return new Violation(
          like.id(), chance(6) ? Status.RETRACTED : status, kind, any(List.of(Severity.values())), like.rule(), like.goods(),
          like.location(), hasValues ? metric(kind) : null, like.sensor(), null, like.from(), to, hasValues ? 1L : null,
          hasValues ? any(VALUES) : null, hasValues ? any(LIMITS) : null, List.of());
    }

    private static String metric(Kind kind) {
      return kind == Kind.OVERLOAD ? "load.weight" : "heat";
    }

    private long length() {
      return 1 + random.nextInt(chance(5) ? TIMES : 4);
    }

    private <T> T any(List<T> list) {
      return list.get(random.nextInt(list.size()));
    }

    private boolean chance(int oneIn) {
      return random.nextInt(oneIn) == 0;
    }
  }
}
