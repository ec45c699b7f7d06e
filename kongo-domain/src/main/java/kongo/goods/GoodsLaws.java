package kongo.goods;

/**
 * The laws that Goods are judged by. A Goods begins with the newest and keeps it until it is told of another one; it journals
 * the version, and asks for that law when it comes back. Asked by the threads of entities.
 */
public interface GoodsLaws {

  GoodsLaw newest();

  /** The law as it was when this was the last book that had been sent. */
  GoodsLaw of(long version);

  /** One that is never changed. */
  static GoodsLaws only(GoodsLaw law) {
    return new GoodsLaws() {
      @Override
      public GoodsLaw newest() {
        return law;
      }

      @Override
      public GoodsLaw of(long version) {
        if (version != law.version()) {
          throw new IllegalArgumentException("the only law here is of version %d, not %d".formatted(law.version(), version));
        }
        return law;
      }
    };
  }
}
