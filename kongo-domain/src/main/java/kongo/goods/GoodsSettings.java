package kongo.goods;

/**
 * What an operator may set for Goods.
 *
 * @param retentionMillis how much later than an accepted one a move may come
 * @param keptMillis how long before its newest move a Goods keeps its moves at least; not below {@code retentionMillis}
 * @param closedAtOnce older moves are folded when there are so many of them; at least 1
 */
public record GoodsSettings(long retentionMillis, long keptMillis, int closedAtOnce) {

  private static final int CLOSED_AT_ONCE = 32;

  public GoodsSettings {
    if (keptMillis < retentionMillis) {
      throw new IllegalArgumentException("what may still come late (%d ms) has to be kept, not %d ms".formatted(retentionMillis, keptMillis));
    }
  }

  public GoodsSettings(long retentionMillis) {
    this(retentionMillis, retentionMillis, CLOSED_AT_ONCE);
  }
}
