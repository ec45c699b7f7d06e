package kongo.cluster;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import kongo.goods.GoodsReply;
import kongo.location.LocationReply;
import kongo.reference.RefusedRecord;
import kongo.stream.Ask;

/** The stream over one partition: what is committed lasts, everything else is lost in a crash. */
interface Lane {

  boolean isAtRest();

  /** Grows with every crash. */
  int life();

  Set<RefusedRecord> deadLetters();

  void crash();

  /** Takes records, or commits what is done; the asks to send now. */
  List<Ask> step();

  List<Ask> due();

  /** An ask that has waited too long, if there is one. */
  Optional<Ask> impatient();

  /** What waits, though not for that Goods. */
  List<String> heldUp(String sick);

  /** Takes an answer, unless the stream that asked is gone. */
  void answered(int asked, Ask.OfGoods ask, GoodsReply reply);

  /** Takes an answer, unless the stream that asked is gone. */
  void answered(int asked, Ask.OfLocation ask, LocationReply reply);

  /** The entity cannot take it, ever; unless the stream that asked is gone it is given up. */
  void failed(int asked, Ask ask);
}
