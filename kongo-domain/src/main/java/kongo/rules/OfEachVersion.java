package kongo.rules;

import java.lang.ref.WeakReference;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongFunction;

/**
 * What follows from the rule books as of a version: one for all who ask while anyone has it. The last ones that were asked for
 * are kept, others for as long as someone uses them; what is gone is made anew when it is asked for. Any thread may ask.
 *
 * @param <T> immutable; of one version always the same
 */
public final class OfEachVersion<T> {

  private final LongFunction<T> make;
  private final Map<Long, T> last;
  private final Map<Long, WeakReference<T>> inUse = new HashMap<>();

  /**
   * @param kept so many that nobody uses
   * @param make may fail where a version is not known; it is asked again then
   */
  public OfEachVersion(int kept, LongFunction<T> make) {
    this.make = make;
    this.last = new LinkedHashMap<>(16, 0.75f, true) {
      @Override
      protected boolean removeEldestEntry(Map.Entry<Long, T> eldest) {
        return size() > kept;
      }
    };
  }

  public synchronized T of(long version) {
    T known = last.get(version);
    if (known == null) {
      known = used(version);
      last.put(version, known);
    }
    return known;
  }

  private T used(long version) {
    WeakReference<T> reference = inUse.get(version);
    T known = reference == null ? null : reference.get();
    if (known != null) {
      return known;
    }
    T made = make.apply(version);
    inUse.values().removeIf(one -> one.refersTo(null));
    inUse.put(version, new WeakReference<>(made));
    return made;
  }

  /** For a look from outside: how many there are that are kept or were in use lately. */
  synchronized int size() {
    return inUse.size();
  }
}
