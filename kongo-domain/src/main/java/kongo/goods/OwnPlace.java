package kongo.goods;

import java.util.List;
import java.util.Optional;
import kongo.registry.PlaceType;

/**
 * A Goods as a place, which its own loggers measure (section 12 of docs/semantics.md). It is there in each of its presences.
 * That is told only where somebody asked, since most Goods have no logger.
 *
 * @param id of both
 * @param type what the registry says that the id is of, for all time; empty: nothing yet
 * @param told since the place has asked: the event as of which it was told everything
 */
public record OwnPlace(String id, Optional<PlaceType> type, Optional<EventTold> told) {

  static OwnPlace of(String id) {
    return new OwnPlace(id, Optional.empty(), Optional.empty());
  }

  /** Whether the id is that of a warehouse or a truck: then it is no Goods' own. */
  boolean isPlace() {
    return type.isPresent() && type.get() != PlaceType.GOODS;
  }

  boolean isRegistered() {
    return type.isPresent() && type.get() == PlaceType.GOODS;
  }

  boolean is(String location) {
    return id.equals(location);
  }

  boolean listens() {
    return told.isPresent();
  }

  OwnPlace withType(PlaceType said) {
    return new OwnPlace(id, Optional.of(said), told);
  }

  /** @param before event time before which nothing is kept */
  OwnPlace toldAll(long version, long before) {
    return new OwnPlace(id, type, Optional.of(new EventTold(version, before, List.of(id))));
  }

  /** When what was before this time is folded. */
  OwnPlace since(long time) {
    return new OwnPlace(id, type, told.map(event -> event.since(time)));
  }
}
