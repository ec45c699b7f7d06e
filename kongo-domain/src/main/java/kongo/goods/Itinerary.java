package kongo.goods;

import java.util.List;
import java.util.Optional;

/**
 * Where a Goods was, and which moves did not fit (section 4 of docs/semantics.md).
 *
 * @param law says for how long after a departure a RECEIVE where it was means nothing
 * @param stays by time, never empty ones, neighbours at one Location merged
 * @param misplacements the moves whose source was not where the Goods was, in the order taken
 * @param departures by time, each ended before the next
 */
record Itinerary(GoodsLaw law, Trail<Stay> stays, Trail<Move> misplacements, Trail<Departure> departures) {

  static Itinerary none(GoodsLaw law) {
    return new Itinerary(law, Trail.empty(), Trail.empty(), Trail.empty());
  }

  /** The itinerary that these moves, sorted by their natural order, make after an opening. */
  static Itinerary of(GoodsLaw law, Opening opening, List<Move> sortedMoves) {
    Trail<Stay> at = Trail.of(opening.at().stream().toList());
    Itinerary opened = new Itinerary(law, at, Trail.empty(), Trail.of(opening.departure().stream().toList()));
    return opened.goingOn(opening.isStarted(), opening.before(), sortedMoves);
  }

  /** Without what ended before this time. */
  Itinerary since(long time) {
    return new Itinerary(
        law,
        Trail.<Stay>empty().then(staysFrom(time)),
        Trail.<Move>empty().then(misplacements.from(misplacements.firstThat(move -> move.time() >= time))),
        Trail.<Departure>empty().then(departures.from(lastingAt(time))));
  }

  /**
   * This itinerary if from a time on the Goods made these moves, whatever it made of that time until now. What it was
   * before that time follows from the stays and departures, so that nothing is walked again.
   *
   * @param started whether it made moves before that time
   * @param sortedMoves in their natural order, none before that time
   */
  Itinerary goingOn(boolean started, long time, List<Move> sortedMoves) {
    int kept = stays.firstThat(stay -> stay.to() >= time);
    Walk walk = new Walk(law, started);
    if (kept < stays.size() && stays.get(kept).from() < time) {
      walk.isAt(stays.get(kept));
    }
    departureAt(time).ifPresent(walk::hasLeft);
    walk.take(sortedMoves);
    int placed = misplacements.firstThat(move -> move.time() >= time);
    return new Itinerary(
        law, stays.first(kept).then(walk.stays()), misplacements.first(placed).then(walk.misplacements()),
        departures.first(lastingAt(time)).then(walk.departures()));
  }

  /** The departure after which the Goods had not moved on just before this time, as if it never did. */
  Optional<Departure> departureAt(long time) {
    int lasting = lastingAt(time);
    boolean isBefore = lasting < departures.size() && departures.get(lasting).time() < time;
    return isBefore ? Optional.of(departures.get(lasting).ended(Stay.OPEN)) : Optional.empty();
  }

  /** The position of the first departure that lasts up to this time or longer. */
  private int lastingAt(long time) {
    return departures.firstThat(departure -> departure.until() >= time);
  }

  /** The stays that reach up to this time or begin later. */
  List<Stay> staysFrom(long time) {
    return stays.from(stays.firstThat(stay -> stay.to() >= time));
  }
}
