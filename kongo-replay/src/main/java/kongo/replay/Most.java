package kongo.replay;

/** The most of something that was seen, in rows or bytes, and where; nothing seen yet is 0 of nothing. */
public record Most(String of, long amount) {

  static final Most NOTHING = new Most("", 0);

  /** The greater of both; of equals the one by the first name, so that threads that take turns make no difference. */
  Most or(Most other) {
    boolean isMore = other.amount > amount || other.amount == amount && other.of.compareTo(of) < 0;
    return isMore ? other : this;
  }
}
