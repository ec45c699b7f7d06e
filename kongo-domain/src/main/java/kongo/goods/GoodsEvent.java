package kongo.goods;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import kongo.registry.GoodsProfile;
import kongo.registry.PlaceProfile;
import kongo.registry.PlaceType;
import kongo.violation.Cause;
import kongo.violation.Source;

/** What a Goods journals. */
public sealed interface GoodsEvent {

  void applyTo(GoodsState state);

  /**
   * Records of moves that were new.
   *
   * @param corrections codes of {@link kongo.violation.Correction}; none where all are originals
   * @param refusedOffsets records of the batch that went to the dead letters
   * @param refusedForConflict those of them that say otherwise than an accepted one: later that may not be known any more
   * @param touched the Locations that have to hear of it
   * @param closedBefore earlier moves are folded from here on, {@link Opening#NEVER} if that changes nothing
   * @param law version of the one that the Goods is judged by
   */
  record MovesAccepted(
      Source source,
      List<Move> moves,
      long[] offsets,
      long[] timestamps,
      int[] corrections,
      long[] refusedOffsets,
      long[] refusedForConflict,
      List<String> touched,
      long closedBefore,
      long law)
      implements GoodsEvent {

    /** What its records say, in their order. */
    List<MoveSaid> said() {
      return IntStream.range(0, moves.size())
          .mapToObj(i -> new MoveSaid(moves.get(i), correction(i)))
          .toList();
    }

    /** A code of {@link kongo.violation.Correction}. */
    public int correction(int i) {
      return corrections.length == 0 ? 0 : corrections[i];
    }

    @Override
    public void applyTo(GoodsState state) {
      state.take(this);
    }
  }

  /**
   * A word of the registry on this id; both empty: it has no profile.
   *
   * @param from event time in milliseconds from which on it holds; {@link kongo.registry.Timeline#EVER}: since ever
   * @param law version of the one that the Goods is judged by
   */
  record Registered(
      Optional<GoodsProfile> goods, Optional<PlaceProfile> place, long from, long law, Cause cause, List<String> touched)
      implements GoodsEvent {

    /** Of what the id is the name; empty: it does not say. */
    Optional<PlaceType> typeOfId() {
      return goods.isPresent() ? Optional.of(PlaceType.GOODS) : place.map(PlaceProfile::type);
    }

    @Override
    public void applyTo(GoodsState state) {
      state.take(this);
    }
  }

  /**
   * A record of the registry on this id went to the dead letters, since too much would be known of it.
   *
   * @param law version of the one that the Goods is judged by
   */
  record RegistrationRefused(long law, Cause cause) implements GoodsEvent {

    @Override
    public void applyTo(GoodsState state) {
      state.take(this);
    }
  }

  /**
   * Everything that is kept is judged by another law.
   *
   * @param version of the law
   * @param touched the Locations that have to hear of it, those that had to hear of an earlier one included
   */
  record LawTaken(long version, List<String> touched, Cause cause) implements GoodsEvent {

    @Override
    public void applyTo(GoodsState state) {
      state.take(this);
    }
  }

  /**
   * Its own place has readings, or somebody else there, and asks for what it has to hear from here on.
   *
   * @param law version of the one that the Goods is judged by
   * @param cause the record that made it ask
   */
  record Listened(long law, Cause cause) implements GoodsEvent {

    @Override
    public void applyTo(GoodsState state) {
      state.take(this);
    }
  }

  /** How far time has provably come at the Location where the Goods is, where that makes it expired or not. */
  record EvidenceSeen(String location, Proof proof, Cause cause) implements GoodsEvent {

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
