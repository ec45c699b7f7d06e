package kongo.jmh;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import kongo.goods.Expiry;
import kongo.goods.GoodsAt;
import kongo.goods.Stay;
import kongo.location.History;
import kongo.location.LocationCommand;
import kongo.location.LocationCommand.TakeGoods;
import kongo.location.LocationCommand.TakeReadings;
import kongo.location.LocationEvent;
import kongo.location.LocationSettings;
import kongo.location.LocationState;
import kongo.location.ReadingBatch;
import kongo.location.RuleIndex;
import kongo.location.SeriesKey;
import kongo.registry.GoodsProfile;
import kongo.registry.PlaceType;
import kongo.rules.RuleBooks;
import kongo.violation.Cause;
import kongo.violation.Decision;
import kongo.violation.Revision;
import kongo.violation.Source;

/** A truck with Goods aboard that must be kept between 2 and 8 degrees, driven as its actor drives it. */
final class Watched {

  static final long START = 1_704_067_200_000L;
  static final double HARMLESS = 5;
  private static final double BREAKING = 9;

  private static final long PERIOD_MILLIS = 10_000;
  private static final long RETENTION_MILLIS = 30L * 24 * 60 * 60 * 1_000;
  private static final GoodsProfile COLD = new GoodsProfile(1_000, List.of("MEDICINAL", "T2"), GoodsProfile.NEVER);
  private static final GoodsProfile HAZARDOUS = new GoodsProfile(1_000, List.of("HAZARDOUS"), GoodsProfile.NEVER);
  private static final int READINGS_IN_MEMORY = 20_000;
  private static final Source SOURCE = new Source("kongo.sensors", 0);
  private static final List<SeriesKey> SERIES =
      Stream.of("temperature", "humidity", "illuminance", "acceleration").map(metric -> new SeriesKey(metric, "")).toList();

  private final LocationState state =
      LocationState.empty("truck-1", new RuleIndex(RuleBooks.shipped()), new LocationSettings(RETENTION_MILLIS, READINGS_IN_MEMORY));
  private long version;
  private long offset;
  private long moves;
  private long time = START;
  private boolean broken;

  /** Goods of class T2, as many as given, there from the start on. */
  static Watched with(int goods) {
    Watched truck = new Watched();
    truck.take(new TakeGoods(IntStream.range(0, goods).mapToObj(i -> word("goods-" + i, 1, COLD, stay(START - 1, Stay.OPEN))).toList()));
    return truck;
  }

  /** As many Goods of different weights were there, a few at a time and with pauses in between, and have left. */
  void hasSeen(int goods) {
    settle(new TakeGoods(IntStream.range(0, goods).mapToObj(i -> hasLeft(i, START - 100L * (goods - i))).toList()));
  }

  private static GoodsAt hasLeft(int number, long time) {
    GoodsProfile hazardous = new GoodsProfile(100 + number % 997, List.of("HAZARDOUS"), GoodsProfile.NEVER);
    return word("seen-" + number, 1, hazardous, stay(time - 110 - number % 7 * 40, time - 40));
  }

  /** A Goods says that it came a moment later than it said before. */
  LocationCommand oneMoves() {
    long number = ++moves;
    return new TakeGoods(List.of(word("guest", number, HAZARDOUS, stay(START + number, Stay.OPEN))));
  }

  private static Stay stay(long from, long to) {
    return new Stay("truck-1", PlaceType.TRUCK, from, to);
  }

  private static GoodsAt word(String id, long number, GoodsProfile profile, Stay stay) {
    return GoodsAt.whole(id, number, profile, List.of(stay), Expiry.UNKNOWN, new Cause("kongo.rfid", 0, number, START));
  }

  /** The next reading, which breaks the limit of all Goods there or ends that, in turn. */
  LocationCommand oneBreaksOrEnds() {
    broken = !broken;
    return next(1, broken ? BREAKING : HARMLESS);
  }

  /** The next readings in time, of all series in turn. */
  LocationCommand next(int readings, double value) {
    long[] times = LongStream.range(0, readings).map(i -> time + (1 + i / SERIES.size()) * PERIOD_MILLIS).toArray();
    time = times[readings - 1];
    return batch(times, value);
  }

  /** Readings that belong before the latest ones, at times that none has. */
  LocationCommand late(int readings, long ageMillis, double value) {
    return batch(LongStream.range(0, readings).map(i -> time - ageMillis + i * PERIOD_MILLIS + 1 + offset % (PERIOD_MILLIS - 1)).toArray(), value);
  }

  private LocationCommand batch(long[] times, double value) {
    int size = times.length;
    double[] values = new double[size];
    Arrays.fill(values, value);
    long[] offsets = LongStream.range(offset, offset + size).toArray();
    offset += size;
    int[] series = IntStream.range(0, size).map(i -> i % SERIES.size()).toArray();
    return new TakeReadings(ReadingBatch.ofOriginals(SOURCE, SERIES, series, times, values, offsets, times));
  }

  /** Decided and applied, its effects not looked at. */
  Decision<LocationEvent> settle(LocationCommand command) {
    Decision<LocationEvent> decision = state.decide(command, History.EMPTY);
    decision.event().ifPresent(event -> state.apply(++version, event));
    return decision;
  }

  /** The whole way of a command but for what is written and sent. */
  List<Revision> take(LocationCommand command) {
    Decision<LocationEvent> decision = settle(command);
    List<Revision> revisions = state.effects(History.EMPTY);
    state.reply(command, decision);
    return revisions;
  }
}
