package kongo.replay;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import kongo.goods.GoodsEvent.MovesAccepted;
import kongo.goods.GoodsEvent.Registered;
import kongo.goods.GoodsSnapshot;
import kongo.goods.Move;
import kongo.goods.Opening;
import kongo.registry.Registration;

/** What the journal of a Goods says of an id: the registry's last word on it, and its moves. */
final class GoodsReader implements EntityReader {

  private final Consumer<GoodsReader> result;
  private final Set<Move> moves = new TreeSet<>();
  private Optional<Registration> last = Optional.empty();
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
    moves.addAll(OpeningMoves.of(state.opening()));
    state.moves().forEach(one -> moves.add(one.move()));
    lastOffset = state.registeredAt();
    last = lastOffset < 0 ? Optional.empty() : Optional.of(state.place().<Registration>map(place -> place).orElse(state.profile()));
  }

  @Override
  public void event(long sequenceNr, Object event) {
    if (sequenceNr > known) {
      take(event);
    }
  }

  private void take(Object event) {
    if (event instanceof MovesAccepted accepted) {
      moves.addAll(accepted.moves());
    } else if (event instanceof Registered registered && registered.cause().offset() > lastOffset) {
      lastOffset = registered.cause().offset();
      last = Optional.of(word(registered));
    }
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

  Optional<Registration> last() {
    return last;
  }

  Set<Move> moves() {
    return moves;
  }

  /** Where the Goods was before this time is not known. */
  long completeFrom() {
    return completeFrom;
  }
}
