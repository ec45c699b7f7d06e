package kongo.ingest;

import java.util.List;
import java.util.Optional;

/** How far the rule books have come, as this node has last heard. Any thread may ask. */
public final class SpreadView {

  private volatile BookTalk.Progress last = BookTalk.Progress.UNKNOWN;

  void take(BookTalk.Progress progress) {
    last = progress;
  }

  /** The newest version that the spreading node knows; -1: only the configured book. */
  public long known() {
    return last.known();
  }

  /** Up to this version everybody has taken the books. */
  public long completed() {
    return last.completed();
  }

  /** So many have taken the version that is being spread, or was last. */
  public long done() {
    return last.done();
  }

  /** So many have still to take it, or 0 if that is not known. */
  public long toDo() {
    boolean isOn = last.completed() < last.known();
    return isOn ? Math.max(0, last.all() - last.done()) : 0;
  }

  /** What is being spread, or was last. */
  long target() {
    return last.target();
  }

  /** Whether it is known how many have still to take it. */
  boolean isCounted() {
    return last.completed() >= last.known() || last.all() >= 0;
  }

  /** Which cannot take it now, such as {@code Location truck-12}: the first of them. */
  List<String> failed() {
    return last.failed();
  }

  /** What is in the way, in words: the first of it. */
  List<String> troubles() {
    return last.troubles();
  }

  /** So many cannot take it now. */
  public int failing() {
    return last.failing();
  }

  /** What keeps the books from coming to everybody, in words. */
  public Optional<String> missing() {
    return last.troubles().isEmpty() ? Optional.empty() : Optional.of(String.join("; ", last.troubles()));
  }
}
