package kongo.actors;

import kongo.goods.GoodsReply;
import kongo.goods.GoodsReport;
import kongo.location.LocationReply;
import kongo.location.LocationReport;

/** What an entity answers to whoever asked it. */
public sealed interface Answer extends EntityMessage {

  /** The command's event, if any, is durable and its violations are published. */
  record GoodsTook(GoodsReply reply) implements Answer {}

  /** The command's event, if any, is durable and its violations are published. */
  record LocationTook(LocationReply reply) implements Answer {}

  record GoodsSeen(GoodsReport report) implements Answer {}

  record LocationSeen(LocationReport report) implements Answer {}

  /**
   * What was asked to be seen is longer than nodes can send each other.
   *
   * @param bytes about so long
   * @param most so long at most
   */
  record TooLong(long bytes, int most) implements Answer {}

  /** Nothing is wrong, it only takes longer: ask the same again. */
  record Working() implements Answer {}

  /**
   * The command made the entity fail; the entity restarts from its journal.
   *
   * @param cause alike for alike failures
   */
  record Failed(String cause) implements Answer {}

  /** The command is one that the entity can never take, and another try would be in vain; nothing of it is written. */
  record NeverTaken(String cause) implements Answer {}
}
