package kongo.goods;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import kongo.registry.GoodsProfile;
import kongo.registry.PlaceProfile;
import kongo.violation.Cause;

/**
 * A Goods' state as it is stored.
 *
 * @param lastEffects what the last event caused: published again after recovery
 */
public record GoodsSnapshot(
    long version,
    Opening opening,
    List<KnownMove> moves,
    GoodsProfile profile,
    Map<String, Long> evidence,
    long[] refusedOffsets,
    long lastMoveOffset,
    Optional<Cause> cause,
    long registeredAt,
    List<String> registrationTouched,
    boolean wasPlace,
    Optional<PlaceProfile> place,
    List<Effect> lastEffects) {}
