package kongo.replay;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import kongo.goods.GoodsEvent.MovesAccepted;
import kongo.goods.GoodsEvent.Registered;
import kongo.goods.Move;
import kongo.registry.Registration;

/** What the journal of a Goods says of an id: the registry's last word on it, and its moves. */
final class GoodsReader implements EntityReader {

  private final BiConsumer<Optional<Registration>, Set<Move>> result;
  private final Set<Move> moves = new TreeSet<>();
  private Optional<Registration> last = Optional.empty();
  private long lastOffset = -1;

  GoodsReader(BiConsumer<Optional<Registration>, Set<Move>> result) {
    this.result = result;
  }

  @Override
  public void event(long sequenceNr, Object event) {
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
    result.accept(last, moves);
  }
}
