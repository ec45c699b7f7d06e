package kongo.goods;

/**
 * What an operator may set for Goods, and what the rule book says of them.
 *
 * @param retentionMillis how much later than an accepted one a move may come
 * @param keptMillis how long before its newest move a Goods keeps its moves at least; not below {@code retentionMillis}
 * @param closedAtOnce older moves are folded when there are so many of them; at least 1
 * @param laws of the rule books
 * @param profileBytes so much may be known of an id for all times together
 */
public record GoodsSettings(long retentionMillis, long keptMillis, int closedAtOnce, GoodsLaws laws, int profileBytes) {

  /** Of all profiles of an id in time, by {@link kongo.registry.Registration#size}; four times a record's longest value. */
  public static final int PROFILE_BYTES = 262_144;

  private static final int CLOSED_AT_ONCE = 32;

  public GoodsSettings {
    if (keptMillis < retentionMillis) {
      throw new IllegalArgumentException("what may still come late (%d ms) has to be kept, not %d ms".formatted(retentionMillis, keptMillis));
    }
  }

  public GoodsSettings(long retentionMillis, long keptMillis, int closedAtOnce) {
    this(retentionMillis, keptMillis, closedAtOnce, GoodsLaws.only(GoodsLaw.settling(0)), PROFILE_BYTES);
  }

  public GoodsSettings(long retentionMillis) {
    this(retentionMillis, retentionMillis, CLOSED_AT_ONCE);
  }

  public GoodsSettings withProfileBytes(int most) {
    return new GoodsSettings(retentionMillis, keptMillis, closedAtOnce, laws, most);
  }

  public GoodsSettings withLaws(GoodsLaws others) {
    return new GoodsSettings(retentionMillis, keptMillis, closedAtOnce, others, profileBytes);
  }

  /** By a book that says nothing of Goods but this. */
  public GoodsSettings withSettle(long millis) {
    return withLaws(GoodsLaws.only(GoodsLaw.settling(millis)));
  }
}
