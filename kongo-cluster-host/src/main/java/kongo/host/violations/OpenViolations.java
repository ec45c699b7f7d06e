package kongo.host.violations;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import kongo.protocol.PublishedViolation;
import kongo.violation.Status;

/**
 * The open violations of the cluster, by the highest revision of each id. Bounded: beyond {@code capacity} those that
 * began first are forgotten; of violations that are not open as many revisions are remembered, so that a repeated older
 * record does not open them again.
 */
public final class OpenViolations {

  private static final Comparator<PublishedViolation> BY_BEGIN =
      Comparator.<PublishedViolation>comparingLong(published -> published.violation().from())
          .thenComparing(published -> published.violation().id());

  private final int capacity;
  private final Map<String, PublishedViolation> open = new LinkedHashMap<>();
  private final TreeSet<PublishedViolation> byBegin = new TreeSet<>(BY_BEGIN);
  private final Map<String, Long> ended = new LinkedHashMap<>(16, 0.75f, true) {
    private static final long serialVersionUID = 1;

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
      return size() > capacity;
    }
  };
  private boolean forgotten;
  private boolean complete;

  public OpenViolations(int capacity) {
    this.capacity = capacity;
  }

  /**
   * What is open.
   *
   * @param violations those that began last, the last one first
   * @param open how many are known to be open
   * @param truncated whether there are more than {@code violations}
   * @param complete whether all that was published before the reading began (again) has been read
   */
  public record Page(List<PublishedViolation> violations, int open, boolean truncated, boolean complete) {}

  public synchronized void accept(PublishedViolation published) {
    String id = Objects.requireNonNull(published.violation().id(), "id");
    if (published.revision() < known(id)) {
      return;
    }
    remove(id);
    if (published.violation().status() == Status.OPEN) {
      ended.remove(id);
      open.put(id, published);
      byBegin.add(published);
      forgetFirst();
    } else {
      ended.put(id, published.revision());
    }
  }

  private long known(String id) {
    PublishedViolation known = open.get(id);
    return known == null ? ended.getOrDefault(id, Long.MIN_VALUE) : known.revision();
  }

  private void remove(String id) {
    PublishedViolation before = open.remove(id);
    if (before != null) {
      byBegin.remove(before);
    }
  }

  private void forgetFirst() {
    if (open.size() > capacity) {
      remove(byBegin.first().violation().id());
      forgotten = true;
    }
  }

  synchronized SavedViolations save(Map<Integer, Long> positions) {
    return new SavedViolations(Map.copyOf(positions), List.copyOf(open.values()), new LinkedHashMap<>(ended), forgotten);
  }

  /** Before anything else was accepted. */
  synchronized void restore(SavedViolations saved) {
    saved.open().forEach(this::accept);
    ended.putAll(saved.ended());
    forgotten |= saved.forgotten();
  }

  /** What is published is not read at the moment. */
  synchronized void fellBehind() {
    complete = false;
  }

  /** All that was there when the reading began (again) has been read. */
  synchronized void caughtUp() {
    complete = true;
  }

  public synchronized boolean isComplete() {
    return complete;
  }

  public synchronized int size() {
    return open.size();
  }

  public synchronized Page latest(int limit) {
    var latest = new ArrayList<PublishedViolation>(Math.min(limit, open.size()));
    var newestFirst = byBegin.descendingIterator();
    while (latest.size() < limit && newestFirst.hasNext()) {
      latest.add(newestFirst.next());
    }
    return new Page(List.copyOf(latest), open.size(), forgotten || latest.size() < open.size(), complete);
  }
}
