package kongo.spread;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How far the rule books have come to the entities, as it is kept so that a crash at any moment resumes. Immutable.
 *
 * @param completed everybody knows the books up to this version
 * @param target what everybody is being told
 * @param goods whether the Goods have to be told as well
 * @param lap who has been told
 * @param done how many in this lap
 * @param failed who cannot take it now, with the cause; told again from time to time
 * @param read of the topic's records before this offset the refused ones are among the dead letters
 */
public record Spreading(
    long completed, long target, boolean goods, Lap lap, long done, SortedMap<String, String> failed, long read) {

  public Spreading {
    failed = Collections.unmodifiableSortedMap(new TreeMap<>(failed));
  }

  /** Everybody knows this version, and no record has been read. */
  public static Spreading none(long version) {
    return new Spreading(version, version, false, Lap.FROM_THE_FIRST, 0, new TreeMap<>(), 0);
  }

  public boolean isOn() {
    return target > completed;
  }

  /**
   * Everybody is told something newer, those who were told something before as well.
   *
   * @param from where the lap begins: nobody behind it has been asked yet
   */
  public Spreading toward(long version, boolean withGoods, long from) {
    return new Spreading(completed, version, withGoods, Lap.from(from), 0, failed, read);
  }

  /** So many more have taken it, or are named as failed. */
  public Spreading reached(Lap to, int more) {
    return new Spreading(completed, target, goods, to, done + more, failed, read);
  }

  public Spreading fails(String entity, String cause) {
    SortedMap<String, String> all = new TreeMap<>(failed);
    all.put(entity, cause);
    return new Spreading(completed, target, goods, lap, done, all, read);
  }

  public Spreading took(String entity) {
    if (!failed.containsKey(entity)) {
      return this;
    }
    SortedMap<String, String> others = new TreeMap<>(failed);
    others.remove(entity);
    return new Spreading(completed, target, goods, lap, done, others, read);
  }

  public Spreading readTo(long offset) {
    return new Spreading(completed, target, goods, lap, done, failed, offset);
  }

  public boolean mayComplete() {
    return isOn() && lap.isOver() && failed.isEmpty();
  }

  public Spreading complete() {
    return new Spreading(target, target, goods, lap, done, failed, read);
  }
}
