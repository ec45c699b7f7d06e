package kongo.reference;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import kongo.goods.Move;
import kongo.goods.MoveType;
import kongo.location.Reading;
import kongo.registry.GoodsProfile;
import kongo.registry.PlaceProfile;
import kongo.registry.PlaceType;
import kongo.registry.Registration;
import kongo.rules.Rule;
import kongo.rules.RuleBook;
import kongo.rules.RuleBooks;
import kongo.rules.RuleHistory;
import kongo.violation.Correction;
import kongo.violation.Violation;

/** A world told step by step in a test; what is told first has the lower offset. */
final class World {

  private RuleHistory history;
  private final Acceptance acceptance = new Acceptance(Duration.ofDays(30));
  private long offset;

  private World(RuleBook book) {
    this.history = RuleHistory.of(book);
  }

  /** A world in which measured values hold for 100 ms, with the rules as in a rule book. */
  static World with(String... rules) {
    return new World(RuleBooks.parse("hold = 100ms, rules {\n" + String.join("\n", rules) + "\n}", "test"));
  }

  static World with(Rule rule) {
    return new World(RuleBooks.of(List.of(rule)));
  }

  static World with(RuleBook book) {
    return new World(book);
  }

  /** A rule as in a rule book, in which measured values hold for 100 ms. */
  static Rule rule(String rule) {
    return RuleBooks.parse("hold = 100ms, rules {\n" + rule + "\n}", "test").rules().get(0);
  }

  /** The same, in which Goods settle for so long. */
  static World settling(long millis) {
    return new World(RuleBooks.of(List.of(), millis));
  }

  World register(String id, Registration registration) {
    acceptance.registration(0, offset++, id, registration);
    return this;
  }

  /** @param from from when on it holds, negative if the record does not say so */
  World registered(String id, long timestamp, long from, Registration registration) {
    OptionalLong said = from < 0 ? OptionalLong.empty() : OptionalLong.of(from);
    acceptance.registration(0, offset++, timestamp, id, registration, said);
    return this;
  }

  /** A rule book that is sent, and holds from then on. */
  World book(long from, Rule... rules) {
    return book(from, RuleBooks.of(List.of(rules)));
  }

  World book(long from, RuleBook book) {
    history = history.and(offset++, from, book);
    return this;
  }

  World goods(String id, String... categories) {
    return goods(id, 0, GoodsProfile.NEVER, categories);
  }

  World goods(String id, long grams, long useBy, String... categories) {
    return register(id, new GoodsProfile(grams, List.of(categories), useBy));
  }

  World routed(String id, String... route) {
    return register(id, new GoodsProfile(0, List.of(), GoodsProfile.NEVER, List.of(route)));
  }

  World warehouse(String id) {
    return register(id, new PlaceProfile(PlaceType.WAREHOUSE, "", 0, 0, List.of(), PlaceProfile.UNLIMITED));
  }

  World truck(String id) {
    return truck(id, PlaceProfile.UNLIMITED);
  }

  World truck(String id, long maxGrams) {
    return register(id, new PlaceProfile(PlaceType.TRUCK, "", 0, 0, List.of(), maxGrams));
  }

  World receive(String goods, long time, String warehouse) {
    return move(goods, new Move(MoveType.RECEIVE, time, warehouse, ""));
  }

  World load(String goods, long time, String warehouse, String truck) {
    return move(goods, new Move(MoveType.LOAD, time, warehouse, truck));
  }

  World unload(String goods, long time, String truck, String warehouse) {
    return move(goods, new Move(MoveType.UNLOAD, time, warehouse, truck));
  }

  World deliver(String goods, long time, String warehouse) {
    return move(goods, new Move(MoveType.DELIVER, time, warehouse, ""));
  }

  World deliverOff(String goods, long time, String truck) {
    return move(goods, new Move(MoveType.DELIVER, time, "", truck));
  }

  World moveTo(String goods, long time, String to) {
    return move(goods, Move.between(time, "", to));
  }

  World moveFrom(String goods, long time, String from, String to) {
    return move(goods, Move.between(time, from, to));
  }

  World move(String goods, Move move) {
    acceptance.move(0, offset++, goods, move);
    return this;
  }

  /** Readings of the metric {@code heat} by the sensor {@code s}, as pairs of time and value. */
  World heat(String location, double... timesAndValues) {
    for (int i = 0; i < timesAndValues.length; i += 2) {
      reading(location, "heat", "s", (long) timesAndValues[i], timesAndValues[i + 1]);
    }
    return this;
  }

  World reading(String location, String metric, String sensor, long time, double value) {
    return readingSent(location, metric, sensor, time, time, value);
  }

  /** Heat that a logger measures which travels with a Goods. */
  World logged(String goods, double... timesAndValues) {
    for (int i = 0; i < timesAndValues.length; i += 2) {
      long time = (long) timesAndValues[i];
      acceptance.reading(0, offset++, time, goods, new Reading("heat", "s", time, timesAndValues[i + 1]), Correction.ORIGINAL,
          true);
    }
    return this;
  }

  World voided(String place, long time) {
    acceptance.reading(0, offset++, time, place, new Reading("heat", "s", time, 0), new Correction(1, true));
    return this;
  }

  /** A temperature whose record has a timestamp of its own. */
  World heatSent(String location, long time, long timestamp, double value) {
    return readingSent(location, "heat", "s", time, timestamp, value);
  }

  World readingSent(String location, String metric, String sensor, long time, long timestamp, double value) {
    acceptance.reading(0, offset++, timestamp, location, new Reading(metric, sensor, time, value));
    return this;
  }

  Map<String, Violation> all() {
    return Reference.violations(history, acceptance.accepted());
  }

  Violation violation(String id) {
    Violation violation = all().get(id);
    if (violation == null) {
      throw new AssertionError("no " + id + " in " + all().keySet());
    }
    return violation;
  }

  /** Each violation as its id, its extent and, of excursions, count and worst, in the order of the ids. */
  List<String> violations() {
    return all().values().stream().map(World::line).toList();
  }

  private static String line(Violation violation) {
    String extent = violation.from() + ".." + (violation.to() == null ? "" : violation.to());
    String values = violation.count() == null ? "" : " " + violation.count() + "x " + violation.worst();
    String others = violation.others().isEmpty() ? "" : " " + violation.others();
    return violation.id() + " " + violation.status() + " " + extent + values + others;
  }
}
