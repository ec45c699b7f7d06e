package kongo.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/**
 * Takes from the lists of a report, one after the other, what comes after a cursor and has room, but one item at least:
 * so every page brings the reader further. Each item has a key; a list goes by keys, so that an item which comes or goes
 * between two pages moves no other.
 */
public final class Page {

  private final Cursor after;
  private long room;
  private boolean reached;
  private boolean full;
  private Optional<Cursor> last = Optional.empty();

  /** @param room in bytes */
  public Page(Cursor after, long room) {
    this.after = after;
    this.room = room;
    this.reached = after.isStart();
  }

  /** @param key unique in the list */
  public <T> List<T> take(String list, List<T> items, Function<T, String> key, ToLongFunction<T> bytes) {
    boolean goesOnHere = !reached && list.equals(after.list());
    reached |= goesOnHere;
    List<T> taken = new ArrayList<>();
    if (!reached || full) {
      return taken;
    }
    TreeMap<String, T> sorted = new TreeMap<>();
    items.forEach(item -> sorted.put(key.apply(item), item));
    for (Map.Entry<String, T> each : (goesOnHere ? sorted.tailMap(after.key(), false) : sorted).entrySet()) {
      room -= bytes.applyAsLong(each.getValue());
      if (room < 0 && last.isPresent()) {
        full = true;
        return taken;
      }
      taken.add(each.getValue());
      last = Optional.of(new Cursor(list, each.getKey()));
    }
    return taken;
  }

  /** Where the next page begins; nothing if this is the last. */
  public Optional<Cursor> next() {
    return full ? last : Optional.empty();
  }
}
