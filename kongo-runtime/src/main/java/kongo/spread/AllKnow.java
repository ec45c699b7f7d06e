package kongo.spread;

import java.util.HashSet;
import java.util.Set;
import kongo.rules.RuleHistory;

/** Whether all nodes know a version of the rule books: none is told to anybody before. Used on one thread. */
public final class AllKnow {

  private final Set<String> knowing = new HashSet<>();
  private long asked = RuleHistory.CONFIGURED;

  /** All nodes are asked whether they know this version. */
  public void ask(long version) {
    if (asked != version) {
      asked = version;
      knowing.clear();
    }
  }

  /** The version that is asked for. */
  public long asked() {
    return asked;
  }

  /**
   * A node says that it knows a version.
   *
   * @param members all nodes, those that join as well: they may have read the topic before the newest book was there
   * @return whether all know the version that is asked for
   */
  public boolean hear(String node, long version, Set<String> members) {
    if (version == asked) {
      knowing.add(node);
    }
    return knowing.containsAll(members);
  }
}
