package kongo.lane;

import java.util.List;
import java.util.Optional;
import kongo.goods.GoodsReply;
import kongo.location.LocationReply;
import kongo.stream.Ask;
import kongo.violation.Refusal;

/**
 * What a lane wants to have done: the streams do it, or the protocol simulator. Called with the lock of the lane, from
 * within a call of it; what comes of it is told by the callback, once, with that lock as well. If the partition goes
 * elsewhere nothing is told any more.
 *
 * @param <B> what the stream knows a batch by
 * @param <L> dead letters
 */
public interface LaneShell<B, L> {

  /** What comes of an ask. */
  @FunctionalInterface
  interface Then<R, L> {

    /**
     * @param reply of all parts that were taken, as if they had been asked at once; empty if none was
     * @param given up: the records of the others
     */
    void comes(Optional<R> reply, List<L> given);
  }

  /** To be repeated until it is taken, or until it is known which record cannot be taken. */
  void ask(Ask.OfGoods ask, List<B> batches, Then<GoodsReply, L> then);

  /** To be repeated until it is taken, or until it is known which record cannot be taken. */
  void ask(Ask.OfLocation ask, List<B> batches, Then<LocationReply, L> then);

  /** The dead letter of a record of these batches that an entity refused. */
  L letter(Refusal refusal, List<B> batches);

  /** To be repeated until all are written. */
  void bury(List<L> letters, Runnable buried);

  /** Known records that came again. */
  void duplicates(int records);

  /** How many asks have been repeated, and wait on without taking a place from others. */
  int stuck();
}
