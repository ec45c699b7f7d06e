package kongo.goods;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import kongo.effect.Effect;
import kongo.registry.GoodsProfile;
import kongo.registry.PlaceProfile;
import kongo.registry.PlaceType;
import kongo.registry.Timeline;
import kongo.violation.Cause;

/**
 * A Goods' state as it is stored.
 *
 * @param law version of the one that it is judged by
 * @param rejudged the latest event that brought another one by which it was somewhere else
 * @param toldItself since its own place has asked to hear of it, see {@link OwnPlace}
 * @param type of what the id is the name, by the first record of the registry that says so
 * @param lastEffects what the last event caused: published again after recovery
 */
public record GoodsSnapshot(
    long version,
    long law,
    Optional<EventTold> rejudged,
    Optional<EventTold> toldItself,
    Opening opening,
    List<KnownMove> moves,
    Timeline<GoodsProfile> profile,
    Map<String, Proof> evidence,
    long[] refusedOffsets,
    long[] refusedForConflict,
    long[] refusedRegistrations,
    long lastMoveOffset,
    Optional<Cause> cause,
    long registeredAt,
    List<String> registrationTouched,
    Optional<PlaceType> type,
    Timeline<PlaceProfile> place,
    List<Effect> lastEffects) {}
