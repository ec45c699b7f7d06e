package kongo.goods;

import java.util.List;

/**
 * An accepted record of a move.
 *
 * @param correction code of {@link kongo.violation.Correction}
 * @param offset of its record
 * @param version sequence number of the event that brought it
 * @param touched the Locations that had to hear of that event
 */
public record KnownMove(Move move, int correction, long offset, long version, List<String> touched) {

  MoveSaid said() {
    return new MoveSaid(move, correction);
  }
}
