package kongo.entity;

import java.util.List;
import kongo.effect.Effect;
import kongo.location.SequenceRange;

/**
 * What a turn wants to have done: an actor does it, or the protocol simulator. Called on the entity's thread, from
 * within a call of {@link EntityTurn}; the outcome is told by another such call, later.
 *
 * @param <E> events
 * @param <R> replies
 * @param <A> addresses of those who ask
 */
public interface TurnShell<E, R, A> {

  /** To be answered with {@link EntityTurn#persisted}, {@link EntityTurn#writeRefused} or {@link EntityTurn#writeLost}. */
  void persist(E event);

  /** To be repeated until it is done, then {@link EntityTurn#published}. */
  void publish(List<Effect> effects);

  /** To be repeated until it is done, then {@link EntityTurn#rowsRead}. */
  void read(List<SequenceRange> rows);

  /** To call {@link EntityTurn#goOn} soon, but after what others have sent in meanwhile. */
  void goOnSoon();

  /** To call {@link EntityTurn#isLong} with this number if it takes long. */
  void watch(long turn);

  void took(A asker, R reply);

  /** Nothing is wrong, it only takes longer: the same is to be asked again. */
  void working(A asker);

  /**
   * @param cause alike for alike failures
   */
  void failed(A asker, String cause);

  /**
   * The same, for what fails by its size: another try would be in vain.
   */
  default void neverTaken(A asker, String cause) {
    failed(asker, cause);
  }

  /** The state may have changed: the turn's event is durable and its effects are published, or a recovery has ended. */
  void settled();

  /** In order: nothing is under way, and a recovery will publish nothing. */
  void stop();
}
