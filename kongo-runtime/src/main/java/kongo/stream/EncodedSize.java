package kongo.stream;

import kongo.goods.GoodsAt;
import kongo.goods.Move;
import kongo.goods.Stay;
import kongo.violation.Cause;

/** How many bytes things take in a message, at most, before it is compressed. Names are ASCII. */
final class EncodedSize {

  /** A number with its length, or the beginning of a text, a list or an object. */
  private static final int NUMBER = 9;
  private static final int HEAD = 5;
  private static final int STAY = HEAD + names("location", "namedAs", "from", "to") + 2 * HEAD + "WAREHOUSE".length() + 2 * NUMBER;
  private static final int CAUSE = HEAD + names("topic", "partition", "offset", "timestamp") + HEAD + 3 * NUMBER;
  private static final int PROFILE = HEAD + names("weightGrams", "categories", "useBy") + HEAD + 2 * NUMBER;
  private static final int WORD =
      HEAD + names("goods", "version", "previous", "from", "earlierTo", "profile", "stays", "expiryKnown", "cause") + 2 * HEAD + 4 * NUMBER + 1
          + PROFILE + CAUSE;
  /** With offset and timestamp. */
  private static final int MOVE =
      HEAD + names("type", "time", "warehouse", "truck") + 3 * HEAD + "DELIVER".length() + 3 * NUMBER;

  private EncodedSize() {}

  private static int names(String... names) {
    int bytes = 0;
    for (String name : names) {
      bytes += 1 + name.length();
    }
    return bytes;
  }

  static int of(GoodsAt word) {
    int bytes = WORD + word.goods().length() + of(word.cause());
    for (String category : word.profile().categories()) {
      bytes += HEAD + category.length();
    }
    for (Stay stay : word.stays()) {
      bytes += STAY + stay.location().length();
    }
    return bytes;
  }

  private static int of(Cause cause) {
    return cause.topic().length();
  }

  static int of(Move move) {
    return MOVE + move.warehouse().length() + move.truck().length();
  }
}
