package kongo.drill;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import kongo.goods.Move;
import kongo.goods.MoveType;
import kongo.location.Reading;
import kongo.registry.GoodsProfile;
import kongo.registry.PlaceProfile;
import kongo.registry.PlaceType;
import kongo.simulator.RecordSink;
import kongo.simulator.World;

/**
 * Years in which a few returnable Goods go round for ever, one truck meets Goods that it never meets again, and at last
 * many Goods expire at once. A turn is an hour; when all have passed come the turns of those that expire.
 */
final class LongLives implements World {

  static final String DEPOT = "returns-depot";
  static final String RETURNS_TRUCK = "returns-truck";
  static final String CUSTOMER = "returns-customer";
  static final String VETERAN = "veteran-truck";
  static final String RIPENING = "ripening-house";

  /** Those that come, the time that comes, those that leave. */
  static final int LAST_TURNS = 3;

  private static final long START = Instant.parse("2018-01-01T00:00:00Z").toEpochMilli();
  private static final long HOUR = Duration.ofHours(1).toMillis();
  private static final long SECOND = 1_000;
  private static final int HOURS_ABOARD = 2;
  private static final int WARM_EVERY_HOURS = 50;
  private static final double COOL = 5;
  private static final double WARM = 9;
  private static final long USUAL_GRAMS = 100_000;
  private static final long HEAVY_GRAMS = 1_000_000;
  private static final int HEAVY_EVERY = 500;
  private static final int COOLED_EVERY = 10;
  private static final int HAZARDOUS_EVERY = 97;
  private static final int EDIBLE_EVERY = 89;

  private record Aboard(String goods, long until) {}

  private final LongLifeSizes sizes;
  private final Queue<Aboard> aboard = new ArrayDeque<>();
  private int hour;
  private int passed;
  private int lastTurns;

  LongLives(LongLifeSizes sizes) {
    this.sizes = sizes;
  }

  static String returnable(int number) {
    return "returnable-" + number;
  }

  @Override
  public int turns() {
    return hour + lastTurns;
  }

  @Override
  public void step(RecordSink sink) {
    if (hour == sizes.moves()) {
      last(sink, lastTurns++);
      return;
    }
    if (hour == 0) {
      register(sink);
    }
    for (int i = 0; i < sizes.goods(); i++) {
      sink.move(returnable(i), move(hour, now() + i * SECOND));
    }
    pass(sink);
    measure(sink);
    hour++;
  }

  private long now() {
    return START + hour * HOUR;
  }

  private void register(RecordSink sink) {
    List.of(DEPOT, CUSTOMER, RIPENING).forEach(house -> sink.register(START, house, place(PlaceType.WAREHOUSE, PlaceProfile.UNLIMITED)));
    sink.register(START, RETURNS_TRUCK, place(PlaceType.TRUCK, PlaceProfile.UNLIMITED));
    sink.register(START, VETERAN, place(PlaceType.TRUCK, (usuallyAboard() + 5) * USUAL_GRAMS));
    for (int i = 0; i < sizes.goods(); i++) {
      sink.register(START, returnable(i), new GoodsProfile(USUAL_GRAMS, returnableCategories(i), GoodsProfile.NEVER));
    }
  }

  private static PlaceProfile place(PlaceType type, long maxWeightGrams) {
    return new PlaceProfile(type, "", 0, 0, List.of(), maxWeightGrams);
  }

  private long usuallyAboard() {
    return HOURS_ABOARD * (long) sizes.known() / sizes.moves();
  }

  /** Two of them should not travel together, and do. */
  private static List<String> returnableCategories(int number) {
    return switch (number) {
      case 0 -> List.of("T2", "HAZARDOUS");
      case 1 -> List.of("T2", "EDIBLE");
      default -> List.of("T2");
    };
  }

  /** Received once, then there and back for ever. */
  private static Move move(int number, long time) {
    return switch (number % 4) {
      case 0 -> number == 0 ? new Move(MoveType.RECEIVE, time, DEPOT, "") : new Move(MoveType.UNLOAD, time, DEPOT, RETURNS_TRUCK);
      case 1 -> new Move(MoveType.LOAD, time, DEPOT, RETURNS_TRUCK);
      case 2 -> new Move(MoveType.UNLOAD, time, CUSTOMER, RETURNS_TRUCK);
      default -> new Move(MoveType.LOAD, time, CUSTOMER, RETURNS_TRUCK);
    };
  }

  /** Goods that are loaded and delivered, and never seen again. */
  private void pass(RecordSink sink) {
    int until = (int) ((hour + 1L) * sizes.known() / sizes.moves());
    int first = passed;
    for (; passed < until; passed++) {
      long time = now() + (passed - first) * HOUR / (until - first);
      leave(sink, time);
      String goods = "passing-" + passed;
      sink.register(time, goods, new GoodsProfile(passed % HEAVY_EVERY == 0 ? HEAVY_GRAMS : USUAL_GRAMS, passingCategories(passed), GoodsProfile.NEVER));
      sink.move(goods, new Move(MoveType.LOAD, time, DEPOT, VETERAN));
      aboard.add(new Aboard(goods, time + HOURS_ABOARD * HOUR));
    }
    leave(sink, now() + HOUR);
  }

  private void leave(RecordSink sink, long time) {
    while (!aboard.isEmpty() && aboard.peek().until < time) {
      Aboard next = aboard.remove();
      sink.move(next.goods, new Move(MoveType.DELIVER, next.until, "", VETERAN));
    }
  }

  private static List<String> passingCategories(int number) {
    List<String> categories = new ArrayList<>(List.of("DRY"));
    add(categories, "T2", number % COOLED_EVERY == 0);
    add(categories, "HAZARDOUS", number % HAZARDOUS_EVERY == 0);
    add(categories, "EDIBLE", number % EDIBLE_EVERY == 0);
    return categories;
  }

  private static void add(List<String> categories, String category, boolean carries) {
    if (carries) {
      categories.add(category);
    }
  }

  private void measure(RecordSink sink) {
    double value = hour % WARM_EVERY_HOURS == WARM_EVERY_HOURS - 1 ? WARM : COOL;
    List.of(DEPOT, RETURNS_TRUCK, CUSTOMER, VETERAN).forEach(place -> measure(sink, place, now() + HOUR / 2, value));
  }

  private static void measure(RecordSink sink, String place, long time, double value) {
    sink.measure(place, new Reading("temperature", "s1", time, value));
  }

  private void last(RecordSink sink, int turn) {
    long useBy = now() + 24 * HOUR;
    switch (turn) {
      case 0 -> ripen(sink, useBy);
      case 1 -> measure(sink, RIPENING, useBy + SECOND, COOL);
      case 2 -> sell(sink, useBy + HOUR);
      default -> throw new IllegalStateException("turn " + turn + " after the last");
    }
  }

  private void ripen(RecordSink sink, long useBy) {
    for (int i = 0; i < sizes.useBy(); i++) {
      sink.register(now() + i, ripening(i), new GoodsProfile(USUAL_GRAMS, List.of("EDIBLE", "T2"), useBy));
      sink.move(ripening(i), new Move(MoveType.RECEIVE, now() + i, RIPENING, ""));
    }
    measure(sink, RIPENING, useBy - HOUR, COOL);
  }

  private void sell(RecordSink sink, long time) {
    for (int i = 0; i < sizes.useBy(); i += 2) {
      sink.move(ripening(i), new Move(MoveType.DELIVER, time + i, RIPENING, ""));
    }
  }

  private static String ripening(int number) {
    return "ripening-" + number;
  }
}
