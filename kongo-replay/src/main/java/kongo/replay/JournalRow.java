package kongo.replay;

import java.nio.ByteBuffer;

/**
 * One row of a journal.
 *
 * @param writer names the incarnation of the entity that wrote it
 * @param serializer number of the serializer that the event was written with
 */
record JournalRow(long sequenceNr, String writer, int serializer, String manifest, ByteBuffer event) {}
