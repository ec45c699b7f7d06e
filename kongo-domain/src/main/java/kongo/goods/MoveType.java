package kongo.goods;

/** What an RFID event says happened to a Goods; declared in the order in which ties are looked through. */
public enum MoveType {
  RECEIVE,
  UNLOAD,
  LOAD,
  MOVE,
  DELIVER
}
