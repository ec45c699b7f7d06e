package kongo.protocol;

import kongo.goods.Move;

/** What a record of the rfid topic says. */
public record RfidRecord(String goods, Move move) {}
