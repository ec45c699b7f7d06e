package kongo.protocol;

import kongo.goods.Move;
import kongo.violation.Correction;

/** What a record of the rfid topic says. */
public record RfidRecord(String goods, Move move, Correction correction) {

  public RfidRecord(String goods, Move move) {
    this(goods, move, Correction.ORIGINAL);
  }
}
