package kongo.stream;

import java.util.function.Consumer;
import kongo.goods.GoodsCommand;
import kongo.location.LocationCommand;

/** One thing that a stream asks of one entity, again and again until it is answered. */
public sealed interface Ask {

  /** Whom it is for. */
  void entity(Consumer<OfGoods> goods, Consumer<OfLocation> location);

  /** Whether it may be long until it can be answered, and that is nobody's fault. */
  default boolean isPatient() {
    return false;
  }

  record OfGoods(String goods, GoodsCommand command) implements Ask {

    @Override
    public void entity(Consumer<OfGoods> goods, Consumer<OfLocation> location) {
      goods.accept(this);
    }
  }

  record OfLocation(String location, LocationCommand command) implements Ask {

    @Override
    public void entity(Consumer<OfGoods> goods, Consumer<OfLocation> location) {
      location.accept(this);
    }

    @Override
    public boolean isPatient() {
      return command instanceof LocationCommand.CatchUp;
    }
  }
}
