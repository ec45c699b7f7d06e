package kongo.goods;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.RandomAccess;
import java.util.function.Predicate;

/** An immutable list. Lists that begin alike share their beginning, so that one that goes on costs what comes anew. */
public final class Trail<T> extends AbstractList<T> implements RandomAccess {

  private static final int CHUNK = 64;
  private static final Trail<Object> EMPTY = new Trail<>(new Object[0][], new Object[0]);

  private final Object[][] full;
  private final Object[] rest;

  private Trail(Object[][] full, Object[] rest) {
    this.full = full;
    this.rest = rest;
  }

  @SuppressWarnings("unchecked")
  public static <T> Trail<T> empty() {
    return (Trail<T>) EMPTY;
  }

  public static <T> Trail<T> of(List<T> items) {
    return items instanceof Trail<T> trail ? trail : Trail.<T>empty().then(items);
  }

  @Override
  public int size() {
    return full.length * CHUNK + rest.length;
  }

  @Override
  @SuppressWarnings("unchecked")
  public T get(int i) {
    return (T) chunk(i / CHUNK)[i % CHUNK];
  }

  private Object[] chunk(int i) {
    return i < full.length ? full[i] : rest;
  }

  /** The first so many. */
  public Trail<T> first(int count) {
    if (count == size()) {
      return this;
    }
    int chunks = count / CHUNK;
    return new Trail<>(chunks(chunks), Arrays.copyOf(chunk(chunks), count % CHUNK));
  }

  private Object[][] chunks(int count) {
    return count == full.length ? full : Arrays.copyOf(full, count);
  }

  /** These, and then more. */
  public Trail<T> then(List<? extends T> more) {
    if (more.isEmpty()) {
      return this;
    }
    Object[] open = Arrays.copyOf(rest, rest.length + more.size());
    for (int i = 0; i < more.size(); i++) {
      open[rest.length + i] = more.get(i);
    }
    Object[][] chunks = chunks(full.length + open.length / CHUNK);
    int cut = 0;
    for (int i = full.length; i < chunks.length; i++) {
      chunks[i] = Arrays.copyOfRange(open, cut, cut + CHUNK);
      cut += CHUNK;
    }
    return new Trail<>(chunks, cut == 0 ? open : Arrays.copyOfRange(open, cut, open.length));
  }

  /** The same with another one at this position. */
  public Trail<T> with(int i, T item) {
    Object[] changed = chunk(i / CHUNK).clone();
    changed[i % CHUNK] = item;
    if (i / CHUNK == full.length) {
      return new Trail<>(full, changed);
    }
    Object[][] chunks = full.clone();
    chunks[i / CHUNK] = changed;
    return new Trail<>(chunks, rest);
  }

  /** The position from which on this holds; of whatever follows one for which it holds it has to hold as well. */
  public int firstThat(Predicate<? super T> holds) {
    int low = 0;
    int high = size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (holds.test(get(middle))) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

  /** Those from this position on. */
  public List<T> from(int i) {
    return subList(i, size());
  }
}
