package kongo.actors;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Random;
import java.util.stream.Stream;
import kongo.effect.Effect;
import kongo.goods.Departure;
import kongo.goods.EventTold;
import kongo.goods.Expiry;
import kongo.goods.ExpiryEvidence;
import kongo.goods.GoodsAt;
import kongo.goods.GoodsCommand;
import kongo.goods.GoodsEvent;
import kongo.goods.GoodsReply;
import kongo.goods.GoodsReport;
import kongo.goods.GoodsSnapshot;
import kongo.goods.KnownMove;
import kongo.goods.Opening;
import kongo.goods.Proof;
import kongo.goods.Stay;
import kongo.goods.StaysChanged;
import kongo.goods.Told;
import kongo.goods.Untold;
import kongo.goods.ViolationRevised;
import kongo.location.Ahead;
import kongo.location.Books;
import kongo.location.ByGoods;
import kongo.location.Chunk;
import kongo.location.Clock;
import kongo.location.GoodsHere;
import kongo.location.LocationCommand;
import kongo.location.LocationEvent;
import kongo.location.LocationReply;
import kongo.location.LocationReport;
import kongo.location.LocationSnapshot;
import kongo.location.LocationSnapshot.AmendedSnapshot;
import kongo.location.LocationSnapshot.SeriesSnapshot;
import kongo.location.Reading;
import kongo.location.SequenceRange;
import kongo.location.Unheard;
import kongo.registry.GoodsProfile;
import kongo.registry.PlaceAt;
import kongo.registry.PlaceProfile;
import kongo.registry.PlaceType;
import kongo.registry.Timeline;
import kongo.report.Cursor;
import kongo.violation.Cause;
import kongo.violation.Correction;
import kongo.violation.Kind;
import kongo.violation.Limit;
import kongo.violation.Refusal;
import kongo.violation.Revision;
import kongo.violation.Severity;
import kongo.violation.Status;
import kongo.violation.Violation;
import org.apache.pekko.actor.typed.ActorRef;

/** One of each type that is persisted or sent, with every field filled. */
final class WireSamples {

  private static final Cause CAUSE = new Cause("kongo.rfid", 2, 1L << 40, 1_795_229_550_458L);
  private static final GoodsProfile GOODS = new GoodsProfile(12_345, List.of("MEDICINAL", "T2"), 1_795_229_550_458L);
  private static final GoodsProfile ROUTED =
      new GoodsProfile(GOODS.weightGrams(), GOODS.categories(), GOODS.useBy(), List.of("w1", "w2"));
  private static final Timeline<GoodsProfile> CHANGED = Timeline.always(GOODS).from(1_795_229_560_458L, Optional.of(ROUTED));
  private static final PlaceProfile TRUCK =
      new PlaceProfile(PlaceType.TRUCK, "Truck \u00e9\ud83d\ude9a", 1.5, -2.25, List.of("COLD"), 500_000);
  private static final GoodsAt GOODS_AT = Samples.chilledAboard("goods-1", 7, "truck-1", 5);
  private static final Books ALL_OPEN = new Books(Books.NEVER, Books.NEVER, List.of());
  private static final Books CLOSED_BOOKS = new Books(9, 7, List.of("load.weight"));
  private static final AmendedSnapshot AMENDED =
      new AmendedSnapshot(new long[] {5, 5}, new int[] {0, 2}, new double[] {97, 4.5});
  private static final Opening NONE = new Opening(Opening.NEVER, List.of(), Opening.NEVER, Optional.empty());
  private static final Opening OPENING = opening(3, Optional.of(new Departure("w1", 2, Stay.OPEN)));
  private static final Opening EARLIER_OPENING = opening(2, Optional.empty());
  private static final Optional<EventTold> TOLD_ITSELF = Optional.of(new EventTold(3, 5, List.of("goods-1")));
  private static final ByGoods.Kept BY_GOODS = new ByGoods.Kept(40, List.of(new ByGoods.OfSeries(0, new long[] {5, 9})));
  private static final long LAST_MOVE = 9;
  private static final GoodsHere GOODS_HERE =
      new GoodsHere("goods-1", 7, CHANGED, new Expiry(1_795_229_550_458L, 77), GOODS_AT.stays(), 3, List.of(new GoodsHere.Heard(7, 5, 4)));
  private static final Proof UNVERSIONED = new Proof(0, 77);
  private static final Books BOOKS = new Books(9, 7, List.of("load.weight"));
  private static final Clock CLOCK = new Clock(13, Optional.of(CAUSE), Optional.of("goods-1"));
  private static final Clock BY_READINGS = new Clock(12, Optional.of(CAUSE), Optional.empty());
  private static final PlaceAt PLACE_AT = new PlaceAt(9, Timeline.always(TRUCK).from(7, Optional.empty()), CAUSE);
  private static final Limit LIMIT =
      Limit.ofBounds(OptionalDouble.of(2), OptionalDouble.empty(), OptionalDouble.of(8), OptionalDouble.empty());
  private static final Violation CLOSED =
      new Violation(
          "goods-1/chilled/truck-1/s1/9", Status.CLOSED, Kind.ENVIRONMENT, Severity.MAJOR, "chilled", "goods-1", "truck-1",
          "temperature", "s1", 5L, 9, 11L, 2L, 9.7, LIMIT, List.of());
  private static final Violation EXPIRED =
      new Violation(
          "goods-1/expired/-/-/9", Status.OPEN, Kind.EXPIRED, Severity.MAJOR, "expired", "goods-1", "truck-1", null, "", 5L, 9, null,
          null, null, null, List.of());
  private static final List<Revision> REVISIONS = List.of(new Revision(3, CLOSED, CAUSE), new Revision(4, EXPIRED, CAUSE));
  private static final List<Effect> REVISED = ViolationRevised.each(REVISIONS);
  private static final List<Effect> EFFECTS =
      List.of(
          new ViolationRevised(REVISIONS.get(0)),
          new StaysChanged("goods-1", 8, 5, 5, List.of(new Stay("truck-1", PlaceType.TRUCK, 5, Stay.OPEN)), CAUSE));
  private static final KnownMove MOVE = new KnownMove(Samples.load(5, "w1", "truck-1"), 0, 1L << 40, 4, List.of("w1", "truck-1"));
  private static final KnownMove VOID_MOVE =
      new KnownMove(MOVE.move(), new Correction(3, true).code(), MOVE.offset(), MOVE.version(), MOVE.touched());
  private static final ExpiryEvidence EVIDENCE = new ExpiryEvidence("goods-1", "truck-1", 6, 77, CAUSE);
  private static final LocationEvent.ReadingsAccepted EARLIER_READINGS =
      new LocationEvent.ReadingsAccepted(
          Samples.SENSORS, List.of(Samples.TEMPERATURE), new int[] {0, 0}, 1_795_229_550_458L, new long[] {0, -500},
          new double[] {4.5, -273.15}, 1L << 40, new long[] {0, 3}, 1_795_229_550_500L, new long[] {0, 1},
          new int[0], new int[0], new long[] {1L << 39}, new long[0], new long[0], 0);

  private WireSamples() {}

  private static LocationEvent.ReadingsAccepted corrected() {
    LocationEvent.ReadingsAccepted plain = readings(4);
    return new LocationEvent.ReadingsAccepted(
        plain.source(), plain.newSeries(), plain.series(), plain.firstTime(), plain.times(), plain.values(),
        plain.firstOffset(), plain.offsets(), plain.firstTimestamp(), plain.timestamps(), new int[] {0, 7}, new int[] {1},
        new int[] {1}, new int[] {1}, plain.refusedOffsets(), plain.refusedForSeries(), new long[] {1L << 40}, plain.neededFrom());
  }

  private static LocationEvent.ReadingsAccepted readings(long neededFrom) {
    return new LocationEvent.ReadingsAccepted(
        Samples.SENSORS, List.of(Samples.TEMPERATURE), new int[] {0, 0}, 1_795_229_550_458L, new long[] {0, -500},
        new double[] {4.5, -273.15}, 1L << 40, new long[] {0, 3}, 1_795_229_550_500L, new long[] {0, 1},
        new int[0], new int[0], new long[] {1L << 39, 1L << 40}, new long[] {1L << 39}, new long[0], neededFrom);
  }

  /** Their names are those of the golden files. */
  static Map<String, Object> persisted() {
    Map<String, Object> samples = new LinkedHashMap<>();
    samples.put("readings-accepted", corrected());
    samples.put("goods-seen", new LocationEvent.GoodsSeen(List.of(GOODS_AT, laterWord(1_795_229_000_000L)), true));
    samples.put("caught-up", new LocationEvent.CaughtUp(1_795_229_000_000L));
    samples.put("place-seen", new LocationEvent.PlaceSeen(PLACE_AT));
    samples.put("place-deleted", new LocationEvent.PlaceSeen(new PlaceAt(10, Timeline.none(), CAUSE)));
    samples.put("rules-seen", new LocationEvent.RulesSeen(2, CAUSE));
    samples.put(
        "moves-accepted",
        movesAccepted(3, new int[] {3}, 9));
    samples.put(
        "registered-goods", registeredGoods(ROUTED));
    samples.put(
        "registered-place", registeredPlace());
    samples.put("registration-refused", new GoodsEvent.RegistrationRefused(3, CAUSE));
    samples.put("law-taken", new GoodsEvent.LawTaken(12, List.of("w1"), CAUSE));
    samples.put("listened", new GoodsEvent.Listened(12, CAUSE));
    samples.put("evidence-seen", new GoodsEvent.EvidenceSeen("truck-1", new Proof(6, 77), CAUSE));
    samples.put("goods-effects-published", new GoodsEvent.EffectsPublished(7));
    samples.put("location-effects-published", new LocationEvent.EffectsPublished(7));
    samples.put("location-snapshot", locationSnapshot(BOOKS, 3, 11, CLOCK, GOODS_HERE, AMENDED, new long[] {3}, 4));
    samples.put("goods-snapshot", goodsSnapshot(OPENING, VOID_MOVE, CHANGED, new Proof(6, 77), EFFECTS, 4));
    return samples;
  }

  static List<EntityMessage> messages(ActorRef<Answer> replyTo) {
    return List.of(
        new LocationEntity.Do(new LocationCommand.TakeReadings(Samples.temperatures(3, 4.5, 9)), replyTo),
        new LocationEntity.Do(new LocationCommand.TakeReadings(Samples.corrected(3, 4.5)), replyTo),
        new LocationEntity.Do(new LocationCommand.TakeGoods(List.of(GOODS_AT), true), replyTo),
        new LocationEntity.Do(new LocationCommand.CatchUp(CAUSE), replyTo),
        new LocationEntity.Do(new LocationCommand.TakePlace(PLACE_AT), replyTo),
        new LocationEntity.Do(new LocationCommand.TakeRules(2, CAUSE), replyTo),
        new LocationEntity.Describe(Optional.empty(), Cursor.START, replyTo),
        new LocationEntity.Describe(Optional.of("goods-1"), new Cursor("latest", "temperature~s1"), replyTo),
        new LocationEntity.Do(new LocationCommand.FindExpired(CAUSE), replyTo),
        new GoodsEntity.Do(new GoodsCommand.TakeMoves(Samples.moves(1, MOVE.move())), replyTo),
        new GoodsEntity.Do(new GoodsCommand.TakeRegistration(GOODS, OptionalLong.of(0), CAUSE), replyTo),
        new GoodsEntity.Do(new GoodsCommand.TakeRegistration(TRUCK, OptionalLong.empty(), CAUSE), replyTo),
        new GoodsEntity.Do(new GoodsCommand.TakeLaw(12, CAUSE), replyTo),
        new GoodsEntity.Do(new GoodsCommand.TakeEvidence(EVIDENCE), replyTo),
        new GoodsEntity.Do(new GoodsCommand.SayAgain("truck-1", 3, CAUSE), replyTo),
        new GoodsEntity.Describe(Cursor.START, replyTo),
        new Answer.Working(),
        new Answer.Failed("planted"),
        new Answer.NeverTaken("planted"),
        new Answer.TooLong(1L << 40, 960 << 10),
        new Answer.LocationTook(
            new LocationReply(List.of(new Refusal(5, Refusal.Reason.TOO_LATE)), 2, List.of(EVIDENCE), true, List.of(new Unheard("goods-1", CAUSE)), true)),
        new Answer.LocationTook(
            new LocationReply(List.of(new Refusal(5, Refusal.Reason.CONFLICT, Optional.of(4.5))), 0, List.of(), false, List.of())),
        new Answer.GoodsTook(
            new GoodsReply(List.of(), 1, List.of(new Told("truck-1", GOODS_AT)), List.of(new Untold("w1", 3)), Optional.of(PLACE_AT))),
        new Answer.LocationSeen(
            new LocationReport(
                "truck-1", 4, 3, Optional.of(TRUCK), 12, 40, List.of("goods-1"),
                List.of(new Reading("temperature", "s1", 5, 4.5)), List.of(CLOSED, EXPIRED), Optional.of(new Cursor("open", "v-1")))),
        new Answer.GoodsSeen(new GoodsReport("goods-1", 4, 3, GOODS, Optional.of(GOODS_AT.stays().get(0)), GOODS_AT.stays(), List.of(EXPIRED), Optional.empty())));
  }

  private static LocationSnapshot locationSnapshot(
      Books books, long latestOfForgotten, long proven, Clock clock, GoodsHere here, AmendedSnapshot amended, long[] forConflict,
      long... forSeries) {
    Chunk chunk =
        new Chunk(
            new SequenceRange(3, 8), new int[] {0}, new long[] {5}, new long[] {9}, new double[] {-1}, new double[] {9});
    SeriesSnapshot series = new SeriesSnapshot(Samples.TEMPERATURE, new long[] {5, 9}, new double[] {4.5, 9}, 5, amended, 9);
    return new LocationSnapshot(
        8, 2, books, books.before(), latestOfForgotten, Optional.of(PLACE_AT), List.of(here), List.of(series), List.of(chunk),
        new long[] {4}, forSeries, forConflict, BY_GOODS, 9, 12, proven, clock, Optional.of(new Ahead(11, 1_795_229_550_458L)), REVISIONS);
  }

  /** Of a Location through which so many Goods have passed. */
  static LocationSnapshot busyLocation(int goods) {
    Random random = new Random(1);
    List<GoodsHere> known = Stream.generate(() -> hasPassed(random)).limit(goods).toList();
    return new LocationSnapshot(
        8, -1, ALL_OPEN, Books.NEVER, Books.NEVER, Optional.of(PLACE_AT), known, List.of(), List.of(), new long[0], new long[0], new long[0], ByGoods.Kept.NOTHING, 9, 12,
        12, BY_READINGS, Optional.empty(), List.of());
  }

  private static GoodsHere hasPassed(Random random) {
    long time = CAUSE.timestamp() - random.nextInt(1 << 30);
    Stay stay = new Stay("warehouse-17", PlaceType.WAREHOUSE, time, time + random.nextInt(1 << 20));
    Timeline<GoodsProfile> profile = Timeline.always(new GoodsProfile(random.nextInt(100_000), List.of("MEDICINAL", "T2"), GoodsProfile.NEVER));
    long version = 1 + random.nextInt(50);
    return new GoodsHere(
        "goods-" + random.nextInt(1 << 30), version, profile, Expiry.UNKNOWN, List.of(stay), version, List.of());
  }

  private static GoodsAt laterWord(long earlierTo) {
    return new GoodsAt("goods-2", 9, 4, 1_795_229_550_458L, earlierTo, CHANGED, List.of(), new Expiry(1_795_229_550_458L, 77), CAUSE);
  }

  private static GoodsEvent movesAccepted(long closedBefore, int[] corrections, long... forConflict) {
    return new GoodsEvent.MovesAccepted(
        Samples.RFID, List.of(MOVE.move()), new long[] {7}, new long[] {8}, corrections, new long[] {9}, forConflict, List.of("w1"),
        closedBefore, 12);
  }

  private static Opening opening(long newest, Optional<Departure> departure) {
    return new Opening(
        4, List.of(new Stay("w1", PlaceType.WAREHOUSE, 1, 2), new Stay("truck-1", PlaceType.TRUCK, 2, Stay.OPEN)), newest, departure);
  }

  private static GoodsEvent registeredGoods(GoodsProfile profile) {
    return new GoodsEvent.Registered(Optional.of(profile), Optional.empty(), 1_795_229_550_458L, 12, CAUSE, List.of("w1"));
  }

  private static GoodsEvent registeredPlace() {
    return new GoodsEvent.Registered(Optional.empty(), Optional.of(TRUCK), Timeline.EVER, -1, CAUSE, List.of());
  }

  private static GoodsSnapshot goodsSnapshot(
      Opening opening, KnownMove move, Timeline<GoodsProfile> profile, Proof proof, List<Effect> effects, long... forConflict) {
    return new GoodsSnapshot(
        8, 12, Optional.of(new EventTold(6, 5, List.of("w1"))), TOLD_ITSELF, opening, List.of(move), profile, Map.of("truck-1", proof), new long[] {3, 4}, forConflict, new long[] {1}, LAST_MOVE, Optional.of(CAUSE), 2,
        List.of("truck-1"), Optional.of(PlaceType.TRUCK),
        PLACE_AT.profile(), effects);
  }
}
