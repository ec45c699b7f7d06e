package kongo.replay;

import java.util.ArrayList;
import java.util.List;

/** What was found of one kind: how much, and the first few in words. */
public final class Findings {

  private static final int KEPT = 100;

  private final List<String> first = new ArrayList<>();
  private long count;

  synchronized void add(String finding) {
    count++;
    if (first.size() < KEPT) {
      first.add(finding);
    }
  }

  public synchronized long count() {
    return count;
  }

  /** At most a hundred. */
  public synchronized List<String> first() {
    return List.copyOf(first);
  }

  public boolean isNone() {
    return count() == 0;
  }
}
