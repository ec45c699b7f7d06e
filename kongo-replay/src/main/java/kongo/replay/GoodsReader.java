package kongo.replay;

import java.util.List;
import java.util.function.Consumer;
import kongo.goods.GoodsEvent.MovesAccepted;
import kongo.goods.GoodsEvent.Registered;
import kongo.goods.GoodsSnapshot;
import kongo.goods.Opening;
import kongo.reference.Moves;
import kongo.reference.Profiles;
import kongo.registry.Registration;
import kongo.registry.Timeline;
import kongo.violation.Correction;

/** What the journal of a Goods says of an id: what the registry says of it, and its moves. */
final class GoodsReader implements EntityReader {

  private final Consumer<GoodsReader> result;
  private final Moves moves = new Moves();
  private Profiles profiles = Profiles.NONE;
  private long lastOffset = -1;
  private long known;
  private long completeFrom = Opening.NEVER;

  GoodsReader(Consumer<GoodsReader> result) {
    this.result = result;
  }

  @Override
  public void begin(long sequenceNr, Object snapshot) {
    GoodsSnapshot state = (GoodsSnapshot) snapshot;
    known = sequenceNr;
    completeFrom = state.opening().before();
    OpeningMoves.of(state.opening()).forEach(move -> moves.take(move, Correction.ORIGINAL));
    state.moves().forEach(one -> moves.take(one.move(), Correction.of(one.correction())));
    lastOffset = state.registeredAt();
    profiles = said(state);
  }

  @Override
  public void event(long sequenceNr, Object event) {
    if (sequenceNr > known) {
      take(event);
    }
  }

  private void take(Object event) {
    if (event instanceof MovesAccepted accepted) {
      for (int i = 0; i < accepted.moves().size(); i++) {
        moves.take(accepted.moves().get(i), Correction.of(accepted.correction(i)));
      }
    } else if (event instanceof Registered registered && registered.cause().offset() > lastOffset) {
      lastOffset = registered.cause().offset();
      profiles = profiles.and(registered.from(), word(registered));
    }
  }

  private static Profiles said(GoodsSnapshot state) {
    Profiles said = new Profiles(state.type(), List.of());
    return and(and(said, state.profile()), state.place());
  }

  /** An id is of one type: what it is not is nothing since ever. */
  private static Profiles and(Profiles said, Timeline<? extends Registration> timeline) {
    Profiles more = said;
    for (Timeline.Part<? extends Registration> part : timeline.parts()) {
      boolean isNothing = part.value().isEmpty() && part.from() == Timeline.EVER;
      more = isNothing ? more : more.and(part.from(), part.value().<Registration>map(value -> value).orElse(Registration.DELETED));
    }
    return more;
  }

  private static Registration word(Registered registered) {
    if (registered.goods().isPresent()) {
      return registered.goods().get();
    }
    return registered.place().isPresent() ? registered.place().get() : Registration.DELETED;
  }

  @Override
  public void end() {
    result.accept(this);
  }

  Profiles profiles() {
    return profiles;
  }

  Moves moves() {
    return moves;
  }

  /** Where the Goods was before this time is not known. */
  long completeFrom() {
    return completeFrom;
  }
}
