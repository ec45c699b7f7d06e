package kongo.reference;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import kongo.goods.Move;
import kongo.location.SeriesKey;
import kongo.violation.Violation;

/**
 * Section 9: from when on what was published has to be what the reference says. What ended up to the horizon of its owner
 * stays as it was published; what began before it, and was heard of only later, is judged from what was kept.
 */
public final class Horizons {

  private static final long NONE = Long.MIN_VALUE;

  private final Map<String, Long> goods = new HashMap<>();
  private final Map<String, Long> locations = new HashMap<>();
  private final long keptMillis;

  /** @param kept how long before the newest accepted event the books are kept open */
  public Horizons(AcceptedEvents events, Duration kept) {
    this(kept);
    events.moves().forEach((id, moves) -> tellMoves(id, moves.all()));
    events.readings().forEach(this::tellReadings);
  }

  /** Of nothing yet. */
  Horizons(Duration kept) {
    this.keptMillis = kept.toMillis();
  }

  /** More that is accepted, void ones too. */
  void tellMoves(String id, Set<Move> moves) {
    long newest = moves.stream().mapToLong(Move::time).max().orElse(NONE);
    goods.merge(id, newest, Math::max);
    // it is at itself, too
    locations.merge(id, newest, Math::max);
    moves.stream().flatMap(move -> Stream.of(move.warehouse(), move.truck())).distinct()
        .forEach(place -> locations.merge(place, newest, Math::max));
  }

  /** More that is accepted, void ones too. */
  void tellReadings(String location, Map<SeriesKey, Series> readings) {
    readings.values().forEach(series -> locations.merge(location, series.newest(), Math::max));
  }

  /**
   * Whether it began after the horizon, and had not ended before that of its Location, where no book and no profile judges
   * anything anew (section 11): whatever comes when, it is what the reference says.
   */
  public boolean beganSince(Violation violation) {
    boolean isOver = violation.to() != null && violation.to() < horizon(locations.get(violation.location()));
    return violation.from() >= of(violation) && !isOver;
  }

  /** Whether it went on beyond the horizon: so it is as well, if no record came so late that it had ended there before. */
  public boolean reaches(Violation violation) {
    return violation.to() == null || violation.to() > of(violation);
  }

  private long of(Violation violation) {
    boolean ofGoods =
        switch (violation.kind()) {
          case EXPIRED, MISPLACED, MISROUTED -> true;
          case ENVIRONMENT, COLOCATION, OVERLOAD, SILENCE, OVERSTAY -> false;
        };
    return horizon(ofGoods ? goods.get(violation.goods()) : locations.get(violation.location()));
  }

  /** @param newest {@code null} where nothing is known */
  private long horizon(Long newest) {
    return newest == null || newest < NONE + keptMillis ? NONE : newest - keptMillis;
  }
}
