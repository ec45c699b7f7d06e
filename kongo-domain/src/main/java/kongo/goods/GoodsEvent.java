package kongo.goods;

import java.util.List;
import java.util.Optional;
import kongo.registry.GoodsProfile;
import kongo.registry.PlaceProfile;
import kongo.violation.Cause;
import kongo.violation.Source;

/** What a Goods journals. */
public sealed interface GoodsEvent {

  void applyTo(GoodsState state);

  /**
   * Moves that were new.
   *
   * @param refusedOffsets records of the batch that went to the dead letters
   * @param touched the Locations that have to hear of it
   * @param closedBefore earlier moves are folded from here on, {@link Opening#NEVER} if that changes nothing
   */
  record MovesAccepted(
      Source source,
      List<Move> moves,
      long[] offsets,
      long[] timestamps,
      long[] refusedOffsets,
      List<String> touched,
      long closedBefore)
      implements GoodsEvent {

    @Override
    public void applyTo(GoodsState state) {
      state.take(this);
    }
  }

  /** The latest word of the registry on this id; both empty: it was deleted. */
  record Registered(
      Optional<GoodsProfile> goods, Optional<PlaceProfile> place, Cause cause, List<String> touched)
      implements GoodsEvent {

    @Override
    public void applyTo(GoodsState state) {
      state.take(this);
    }
  }

  /** Time has provably come to the use-by time at the Location where the Goods is. */
  record EvidenceSeen(String location, long time, Cause cause) implements GoodsEvent {

    @Override
    public void applyTo(GoodsState state) {
      state.take(this);
    }
  }

  /**
   * All effects of the events before are published: a recovery need not publish them again.
   *
   * @param sequenceNr of the last of them
   */
  record EffectsPublished(long sequenceNr) implements GoodsEvent {

    @Override
    public void applyTo(GoodsState state) {
      state.take(this);
    }
  }
}
