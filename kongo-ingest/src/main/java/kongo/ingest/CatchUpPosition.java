package kongo.ingest;

import java.util.OptionalLong;

/**
 * Said to the other nodes.
 *
 * @param node who says it: its address
 * @param timestamp up to which it has done all moves and registrations, if it has more to do
 */
record CatchUpPosition(String node, OptionalLong timestamp) {}
