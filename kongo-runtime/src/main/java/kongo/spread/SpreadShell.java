package kongo.spread;

import java.util.function.Consumer;
import kongo.goods.GoodsReply;
import kongo.location.LocationReply;
import kongo.stream.Ask;

/**
 * What a {@link BookRound} wants to have done: the spreading node does it, or the protocol simulator. Whatever comes of it
 * is told on the thread of the round, once; if the spreading goes to another node nothing is told any more.
 */
public interface SpreadShell {

  /** How many entities of each kind there are. */
  @FunctionalInterface
  interface Count {
    void is(long locations, long goods);
  }

  /**
   * To be repeated until it is taken.
   *
   * @param isNews whether it is about the rule books; then an entity that goes on failing alike is given up
   * @param failed with the cause; only of news
   */
  void ask(Ask.OfGoods ask, boolean isNews, Consumer<GoodsReply> took, Consumer<String> failed);

  /** The same of a Location. */
  void ask(Ask.OfLocation ask, boolean isNews, Consumer<LocationReply> took, Consumer<String> failed);

  /** What lies next in a lap. To be repeated until it can be read. */
  void read(Lap from, Consumer<EntityPage> then);

  /** To be repeated until they can be counted. */
  void count(Count then);

  /** To be repeated until it is durable. */
  void keep(Spreading spreading, Runnable kept);

  /** How many asks have been repeated, and wait on without taking a place from others. */
  int stuck();

  /** For the log: a version begins to be told. */
  void begins(long version, boolean withGoods);

  /** For the log: somebody cannot take it, the others go on. */
  void fails(long version, SpreadFailure failure);

  /** For the log: everybody knows this version. */
  void isComplete(long version);
}
