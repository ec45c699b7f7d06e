package kongo.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import kongo.goods.Move;
import kongo.goods.MoveType;
import kongo.goods.Stay;
import kongo.location.Reading;
import kongo.reference.LogRecord;
import kongo.reference.LogRecord.OfMove;
import kongo.reference.LogRecord.OfReading;
import kongo.reference.LogRecord.OfRegistration;
import kongo.reference.SmallWorld;
import kongo.registry.GoodsProfile;
import kongo.registry.PlaceProfile;
import kongo.registry.PlaceType;
import kongo.registry.Registration;
import kongo.rules.RuleBook;
import kongo.rules.RuleBooks;
import kongo.violation.Correction;
import kongo.violation.Violation;
import org.junit.jupiter.api.Test;

/** What people who do this job have reported of other systems, by both evaluators, under any schedule. */
class FieldCasesTest {

  /** 2026-11-28T15:33:00Z, when the Goods of most cases is loaded. */
  private static final long LOADED = 1_795_879_980_000L;

  private static final long SECOND = 1_000;
  private static final long MINUTE = 60 * SECOND;
  private static final long HOUR = 60 * MINUTE;
  private static final long DAY = 24 * HOUR;
  private static final Duration RETENTION = Duration.ofDays(30);
  private static final int SCHEDULES = 100;

  private static final RuleBook WATCHED = RuleBooks.parse(
      """
      hold = 90m
      rules {
        chilled { metric = temperature, min = 2, max = 8, for = [T2] }
        heard { metric = temperature, silent = 90m, for = [T2], at = TRUCK }
        no-hazard { metric = "aboard.HAZARDOUS", max = 0, at = TRUCK, for = [EDIBLE] }
        overload { metric = "load.weight", max = maxWeight, at = TRUCK, subject = LOCATION }
        left-aboard { stay = 12h, at = TRUCK, for = [HAZARDOUS, EDIBLE] }
      }
      """,
      "test");

  private final List<LogRecord> records = new ArrayList<>();
  private RuleBook book = RuleBooks.original();
  private int schedules = SCHEDULES;
  private int maxSeries = 10_000;
  private long offset;

  /** The sensor says 5 degrees once and is never heard of again; something else shows how late it is. */
  @Test
  void aSensorThatGoesSilentAfterAGoodValueIsTold() {
    watched();
    load("c09", "T2");
    read("c09-t", "temperature", "s1", MINUTE, 5);
    read("c09-t", "humidity", "s1", 6 * HOUR, 50);
    assertThat(violations()).containsExactly("c09-g/heard/c09-t/-/+91m OPEN");
  }

  @Test
  void aTruckWithoutAnySensorIsTold() {
    watched();
    load("c09n", "T2");
    move("another", new Move(MoveType.LOAD, LOADED + 6 * HOUR, "c09n-w", "c09n-t"));
    assertThat(violations()).containsExactly("c09n-g/heard/c09n-t/-/+90m OPEN");
  }

  @Test
  void aSensorThatGoesSilentAfterABadValueIsToldBesideTheAlarm() {
    watched();
    load("c09o", "T2");
    read("c09o-t", "temperature", "s1", MINUTE, 9.7);
    read("c09o-t", "humidity", "s1", 6 * HOUR, 50);
    assertThat(violations()).containsExactly("c09o-g/chilled/c09o-t/s1/+1m OPEN", "c09o-g/heard/c09o-t/-/+91m OPEN");
  }

  /** The gate of the dock reads the tag again two seconds after the loading. */
  @Test
  void aGoodsThatTheGateReadsAgainWhileItLeavesIsStillOnItsTruck() {
    load("c15s", "T2");
    move("c15s-g", new Move(MoveType.RECEIVE, LOADED + 2 * SECOND, "c15s-w", ""));
    read("c15s-t", "temperature", "s1", MINUTE, 9.7);
    assertThat(violations()).containsExactly("c15s-g/chilled/c15s-t/s1/+1m OPEN");
    assertThat(places("c15s-g")).containsExactly("c15s-w", "c15s-t");
  }

  @Test
  void fromOneZoneToAnotherIsAMove() {
    register("c31-g", goods(10, "T2"));
    move("c31-g", new Move(MoveType.RECEIVE, LOADED, "c31-z1", ""));
    move("c31-g", Move.between(LOADED + 5 * MINUTE, "", "c31-z2"));
    assertThat(violations()).isEmpty();
    assertThat(places("c31-g")).containsExactly("c31-z1", "c31-z2");
  }

  /** As two receipts it is what it was. */
  @Test
  void receivedTwiceWithoutLeavingIsMisplacedWhereItWasReadLast() {
    register("c31-g", goods(10, "T2"));
    move("c31-g", new Move(MoveType.RECEIVE, LOADED, "c31-z1", ""));
    move("c31-g", new Move(MoveType.RECEIVE, LOADED + 5 * MINUTE, "c31-z2", ""));
    assertThat(violations()).containsExactly("c31-g/misplaced/c31-z2/-/+5m CLOSED +5m");
  }

  @Test
  void unloadedAtAWarehouseThatIsNotOnTheRouteIsTold() {
    register("plan-g", new GoodsProfile(10_000, List.of("T2"), GoodsProfile.NEVER, List.of("plan-w", "plan-shop")));
    move("plan-g", new Move(MoveType.RECEIVE, LOADED - 10 * MINUTE, "plan-w", ""));
    move("plan-g", new Move(MoveType.LOAD, LOADED, "plan-w", "plan-t"));
    move("plan-g", new Move(MoveType.UNLOAD, LOADED + HOUR, "plan-elsewhere", "plan-t"));
    assertThat(violations()).containsExactly("plan-g/misrouted/plan-elsewhere/-/+60m OPEN");
  }

  /** A warehouse through which loggers pass: a thousand of them are long gone. */
  @Test
  void theThousandAndFirstLoggerOfAPlaceIsHeardIfTheOthersAreGone() {
    maxSeries = 1_000;
    schedules = 2;
    register("c60-g", goods(10, "T2"));
    move("c60-g", new Move(MoveType.RECEIVE, LOADED - 10 * MINUTE, "c60-w", ""));
    for (int i = 0; i < 1_000; i++) {
      read("c60-w", "temperature", "old-%04d".formatted(i), -60 * DAY, 5);
    }
    read("c60-w", "temperature", "new-logger", 0, 19);
    assertThat(violations()).containsExactly("c60-g/chilled/c60-w/new-logger/+0m OPEN");
    assertThat(world().acceptance().refused()).isEmpty();
  }

  /** The delivery off the truck was never read; it is there the next day still, and everything after it is wrong. */
  @Test
  void aMissedExitReadIsToldAndHealedByTheMoveThatWasMissed() {
    watched();
    register("c81-t", new PlaceProfile(PlaceType.TRUCK, "", 0, 0, List.of(), 1_000_000));
    register("c81-mon", goods(600, "HAZARDOUS"));
    register("c81-tue", goods(600, "EDIBLE"));
    move("c81-mon", new Move(MoveType.LOAD, LOADED, "c81-w", "c81-t"));
    move("c81-tue", new Move(MoveType.LOAD, LOADED + DAY, "c81-w", "c81-t"));
    assertThat(violations()).containsExactly(
        "c81-mon/left-aboard/c81-t/-/+720m OPEN", "c81-t/overload/c81-t/-/+1440m OPEN", "c81-tue/no-hazard/c81-t/-/+1440m OPEN");

    move("c81-mon", new Move(MoveType.DELIVER, LOADED + 8 * HOUR, "", "c81-t"));
    assertThat(violations()).isEmpty();
  }

  /** As far ahead as a clock may be: what it says does not make the time come for others. */
  @Test
  void aFastClockExpiresNobodysGoodsBeforeTheirTime() {
    register("c82-g", new GoodsProfile(10_000, List.of("T5"), LOADED + 5 * MINUTE, GoodsProfile.ANYWHERE));
    move("c82-g", new Move(MoveType.RECEIVE, LOADED, "c82-w", ""));
    sent("c82-w", "humidity", "bad-clock", 10 * MINUTE, 0, 50);
    assertThat(violations()).isEmpty();

    read("c82-w", "humidity", "good-clock", 4 * MINUTE, 50);
    assertThat(violations()).isEmpty();
    read("c82-w", "humidity", "good-clock", 5 * MINUTE, 50);
    assertThat(violations()).containsExactly("c82-g/expired/-/-/+5m OPEN");
  }

  private void watched() {
    book = WATCHED;
  }

  /** Received ten minutes before it is loaded. */
  private void load(String name, String category) {
    register(name + "-t", new PlaceProfile(PlaceType.TRUCK, "", 0, 0, List.of(), 1_000_000));
    register(name + "-w", new PlaceProfile(PlaceType.WAREHOUSE, "", 0, 0, List.of(), PlaceProfile.UNLIMITED));
    register(name + "-g", goods(10, category));
    move(name + "-g", new Move(MoveType.RECEIVE, LOADED - 10 * MINUTE, name + "-w", ""));
    move(name + "-g", new Move(MoveType.LOAD, LOADED, name + "-w", name + "-t"));
  }

  private static GoodsProfile goods(long kilograms, String category) {
    return new GoodsProfile(kilograms * 1_000, List.of(category), GoodsProfile.NEVER);
  }

  private void register(String id, Registration registration) {
    records.add(new OfRegistration(0, offset++, id, registration));
  }

  private void move(String goods, Move move) {
    records.add(new OfMove(0, offset++, goods, move, Correction.ORIGINAL));
  }

  private void read(String place, String metric, String sensor, long after, double value) {
    sent(place, metric, sensor, after, after, value);
  }

  private void sent(String place, String metric, String sensor, long after, long timestampAfter, double value) {
    records.add(new OfReading(0, offset++, place, LOADED + timestampAfter, new Reading(metric, sensor, LOADED + after, value)));
  }

  private SmallWorld world() {
    return new SmallWorld(1, book, RETENTION, List.copyOf(records), maxSeries);
  }

  private List<String> places(String goods) {
    return world().expectedStays().get(goods).stream().map(Stay::location).toList();
  }

  /** By the reference; the engine says the same whatever the schedule. */
  private List<String> violations() {
    for (long seed = 0; seed < schedules; seed++) {
      assertThat(Shrinking.failure(world(), Plant.NONE, seed, Integer.MAX_VALUE)).isEmpty();
    }
    return world().expected().values().stream().map(FieldCasesTest::line).toList();
  }

  /** The id with the time in minutes after the loading, the status, and when it ended. */
  private static String line(Violation violation) {
    String id = violation.id().replace(Long.toString(violation.from()), minutes(violation.from()));
    return id + " " + violation.status() + (violation.to() == null ? "" : " " + minutes(violation.to()));
  }

  private static String minutes(long time) {
    return "+" + (time - LOADED) / MINUTE + "m";
  }
}
