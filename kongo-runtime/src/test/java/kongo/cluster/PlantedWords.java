package kongo.cluster;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import kongo.goods.ExpiryEvidence;
import kongo.goods.GoodsAt;
import kongo.goods.GoodsReply;
import kongo.goods.Stay;
import kongo.goods.Told;
import kongo.location.LocationCommand;
import kongo.location.LocationCommand.TakeGoods;
import kongo.location.LocationCommand.TakeReadings;
import kongo.location.LocationReply;

/** What Goods and Locations hear of each other, with those plants in it that falsify it. */
final class PlantedWords {

  private final Plant plant;
  private final Map<String, Long> newestVersions = new HashMap<>();
  private final Map<String, Boolean> expiryKnown = new HashMap<>();
  private final Map<String, Long> newestReadings = new HashMap<>();

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
      return new LocationReply(reply.refusals(), reply.duplicates(), reply.evidence(), reply.moreEvidence(), List.of());
    }
    if (plant != Plant.SECOND_PAGE_OF_EVIDENCE_FORGOTTEN) {
      return reply;
    }
    List<ExpiryEvidence> first = asked instanceof TakeReadings ? reply.evidence() : List.of();
    return new LocationReply(reply.refusals(), reply.duplicates(), first, false, reply.unheard());
  }

  LocationCommand to(String location, LocationCommand command) {
    if (command instanceof TakeReadings readings) {
      Arrays.stream(readings.batch().times()).forEach(time -> newestReadings.merge(location, time, Math::max));
    }
    return command instanceof TakeGoods take
        ? new TakeGoods(take.goods().stream().map(word -> falsified(location, word)).toList())
        : command;
  }

  private GoodsAt falsified(String location, GoodsAt word) {
    return switch (plant) {
      case OLDER_MESSAGE_APPLIED_AFTER_A_NEWER_ONE -> asIfNewest(word);
      case MEMBERSHIP_BY_ARRIVAL -> withStays(word, stay -> asOfNow(location, stay));
      case EXPIRY_KNOWN_OF_AN_OLDER_USE_BY_TIME -> knownOnce(word);
      case MISSING_WORDS_TAKEN_FOR_HEARD -> changed(word, 0, word.stays(), word.expiryKnown());
      case END_OF_A_STAY_INCLUSIVE -> withStays(word, PlantedWords::endIncluded);
      default -> word;
    };
  }

  private GoodsAt asIfNewest(GoodsAt word) {
    long version = newestVersions.merge(word.goods(), 1L, Long::sum);
    return changed(word, version, 0, word.stays(), word.expiryKnown());
  }

  private GoodsAt knownOnce(GoodsAt word) {
    boolean known = expiryKnown.merge(word.goods(), word.expiryKnown(), Boolean::logicalOr);
    return changed(word, word.previous(), word.stays(), known);
  }

  private static GoodsAt changed(GoodsAt word, long previous, List<Stay> stays, boolean expiryKnown) {
    return changed(word, word.version(), previous, stays, expiryKnown);
  }

  private static GoodsAt changed(GoodsAt word, long version, long previous, List<Stay> stays, boolean expiryKnown) {
    return new GoodsAt(
        word.goods(), version, previous, word.from(), word.earlierTo(), word.profile(), stays, expiryKnown, word.cause());
  }

  private static GoodsAt withStays(GoodsAt word, UnaryOperator<Stay> change) {
    List<Stay> stays = word.stays().stream().map(change).toList();
    return changed(word, word.previous(), stays, word.expiryKnown());
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
