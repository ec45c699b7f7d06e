package kongo.ingest;

import java.util.OptionalLong;

/**
 * Said to the other nodes.
 *
 * @param node who says it: its address
 * @param moves the timestamp up to which it has done all moves and registrations, if it has more to do
 * @param readings the timestamp up to which it has done all readings, if it has more to do
 */
record CatchUpPosition(String node, OptionalLong moves, OptionalLong readings) {

  boolean isBehind() {
    return moves.isPresent() || readings.isPresent();
  }
}
