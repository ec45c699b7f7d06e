package kongo.cluster;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import kongo.goods.ExpiredParts;
import kongo.goods.Expiry;
import kongo.goods.ExpiryEvidence;
import kongo.goods.GoodsAt;
import kongo.goods.GoodsCommand;
import kongo.goods.GoodsCommand.TakeMoves;
import kongo.goods.GoodsReply;
import kongo.goods.Move;
import kongo.goods.MoveBatch;
import kongo.goods.MoveType;
import kongo.goods.Stay;
import kongo.goods.Told;
import kongo.location.LocationCommand;
import kongo.location.LocationCommand.TakeGoods;
import kongo.location.LocationCommand.TakePlace;
import kongo.location.LocationCommand.TakeReadings;
import kongo.location.LocationReply;
import kongo.location.ReadingBatch;
import kongo.reference.InputTopic;
import kongo.registry.GoodsProfile;
import kongo.registry.PlaceAt;
import kongo.registry.Timeline;

/** What Goods and Locations hear of each other, with those plants in it that falsify it. */
final class PlantedWords {

  private final Plant plant;
  private final Map<String, Long> newestVersions = new HashMap<>();
  private final Map<String, Boolean> expiryKnown = new HashMap<>();
  private final Map<String, Long> newestReadings = new HashMap<>();
  private final Map<String, Long> latestEvidence = new HashMap<>();

  PlantedWords(Plant plant) {
    this.plant = plant;
  }

  GoodsReply of(GoodsReply reply) {
    if (plant == Plant.WORDS_WITHOUT_ROOM_FORGOTTEN) {
      return new GoodsReply(reply.refusals(), reply.duplicates(), reply.told(), List.of(), reply.place());
    }
    if (plant != Plant.OBLIGATIONS_OF_A_VANISHED_STAY_FORGOTTEN || reply.duplicates() == 0) {
      return reply;
    }
    List<Told> remembered = reply.told().stream().filter(told -> !told.goods().stays().isEmpty()).toList();
    return new GoodsReply(reply.refusals(), reply.duplicates(), remembered, reply.untold(), reply.place());
  }

  /** What a Goods says next brings an answer with the next page, too: the plant forgets that as well. */
  LocationReply of(LocationCommand asked, LocationReply reply) {
    if (plant == Plant.MISSING_WORDS_NOT_ASKED_FOR) {
      return new LocationReply(reply.refusals(), reply.duplicates(), reply.evidence(), reply.moreEvidence(), List.of(), reply.ahead());
    }
    return switch (plant) {
      case SECOND_PAGE_OF_EVIDENCE_FORGOTTEN -> with(reply, asked instanceof TakeReadings ? one -> true : one -> false, false);
      case EVIDENCE_NEVER_TAKEN_BACK -> with(reply, this::isAsLate, reply.moreEvidence());
      case CATCHING_UP_NOT_ASKED_FOR ->
          new LocationReply(reply.refusals(), reply.duplicates(), reply.evidence(), reply.moreEvidence(), reply.unheard());
      case MOVES_TELL_NOTHING_OF_TIME -> with(reply, one -> !one.cause().topic().equals(InputTopic.RFID.name()), reply.moreEvidence());
      default -> reply;
    };
  }

  private static LocationReply with(LocationReply reply, Predicate<ExpiryEvidence> kept, boolean more) {
    List<ExpiryEvidence> evidence = reply.evidence().stream().filter(kept).toList();
    return new LocationReply(reply.refusals(), reply.duplicates(), evidence, more && !evidence.isEmpty(), reply.unheard(), reply.ahead());
  }

  private boolean isAsLate(ExpiryEvidence evidence) {
    return latestEvidence.merge(evidence.location(), evidence.time(), Math::max) <= evidence.time();
  }

  GoodsCommand to(GoodsCommand command) {
    boolean falsified = plant == Plant.MOVE_FROM_ANYWHERE_TAKEN_FOR_A_RECEIPT;
    return falsified && command instanceof TakeMoves take ? new TakeMoves(received(take.batch())) : command;
  }

  private static MoveBatch received(MoveBatch batch) {
    List<Move> moves = batch.moves().stream()
        .map(move -> move.isFromAnywhere() ? new Move(MoveType.RECEIVE, move.time(), move.destination(), "") : move)
        .toList();
    return new MoveBatch(batch.source(), moves, batch.offsets(), batch.timestamps(), batch.corrections(), batch.settledBefore());
  }

  LocationCommand to(String location, LocationCommand command) {
    if (command instanceof TakeReadings readings) {
      Arrays.stream(readings.batch().times()).forEach(time -> newestReadings.merge(location, time, Math::max));
      return plant == Plant.CLOCK_OF_A_FAST_SENSOR_BELIEVED ? new TakeReadings(sentInTime(readings.batch())) : command;
    }
    if (plant == Plant.VALIDITY_INCLUDES_ITS_END && command instanceof TakePlace take) {
      PlaceAt place = take.place();
      return new TakePlace(new PlaceAt(place.version(), place.type(), laterByAMoment(place.profile()), place.cause()));
    }
    return command instanceof TakeGoods take
        ? new TakeGoods(take.goods().stream().map(word -> falsified(location, word)).toList(), take.mayWait())
        : command;
  }

  private static ReadingBatch sentInTime(ReadingBatch batch) {
    return new ReadingBatch(
        batch.source(), batch.series(), batch.seriesOf(), batch.times(), batch.values(), batch.offsets(), batch.times(), batch.corrections());
  }

  private GoodsAt falsified(String location, GoodsAt word) {
    return switch (plant) {
      case OLDER_MESSAGE_APPLIED_AFTER_A_NEWER_ONE -> asIfNewest(word);
      case MEMBERSHIP_BY_ARRIVAL -> withStays(word, stay -> asOfNow(location, stay));
      case EXPIRY_KNOWN_OF_AN_OLDER_USE_BY_TIME -> knownOnce(word);
      case MISSING_WORDS_TAKEN_FOR_HEARD -> changed(word, 0, word.stays(), word.expiry());
      case VALIDITY_INCLUDES_ITS_END -> withProfile(word, laterByAMoment(word.profile()));
      case END_OF_A_STAY_INCLUSIVE -> withStays(word, PlantedWords::endIncluded);
      default -> word;
    };
  }

  private GoodsAt asIfNewest(GoodsAt word) {
    long version = newestVersions.merge(word.goods(), 1L, Long::sum);
    return changed(word, version, 0, word.stays(), word.expiry());
  }

  private GoodsAt knownOnce(GoodsAt word) {
    // Whoever has once known of an expiry knows of all.
    boolean known = expiryKnown.merge(
        word.goods(), ExpiredParts.of(word.profile()).lastUpTo(word.expiry().known()) != ExpiredParts.NONE_BEFORE, Boolean::logicalOr);
    return changed(word, word.previous(), word.stays(), known ? new Expiry(Long.MAX_VALUE, word.expiry().byLocation()) : word.expiry());
  }

  private static GoodsAt changed(GoodsAt word, long previous, List<Stay> stays, Expiry expiry) {
    return changed(word, word.version(), previous, stays, expiry);
  }

  private static GoodsAt changed(GoodsAt word, long version, long previous, List<Stay> stays, Expiry expiry) {
    return new GoodsAt(
        word.goods(), version, previous, word.from(), word.earlierTo(), word.profile(), stays, expiry, word.cause());
  }

  private static GoodsAt withProfile(GoodsAt word, Timeline<GoodsProfile> profile) {
    return new GoodsAt(
        word.goods(), word.version(), word.previous(), word.from(), word.earlierTo(), profile, word.stays(), word.expiry(), word.cause());
  }

  private static <T> Timeline<T> laterByAMoment(Timeline<T> all) {
    return new Timeline<>(all.parts().stream()
        .map(part -> new Timeline.Part<>(part.from() == Timeline.EVER ? Timeline.EVER : part.from() + 1, part.value()))
        .toList());
  }

  private static GoodsAt withStays(GoodsAt word, UnaryOperator<Stay> change) {
    List<Stay> stays = word.stays().stream().map(change).toList();
    return changed(word, word.previous(), stays, word.expiry());
  }

  /** What was measured before the word arrived does not concern the Goods. */
  private Stay asOfNow(String location, Stay stay) {
    long now = newestReadings.getOrDefault(location, Long.MIN_VALUE);
    return new Stay(stay.location(), stay.namedAs(), Math.min(stay.to(), Math.max(stay.from(), now)), stay.to());
  }

  private static Stay endIncluded(Stay stay) {
    return stay.isOpen() ? stay : new Stay(stay.location(), stay.namedAs(), stay.from(), stay.to() + 1);
  }
}
