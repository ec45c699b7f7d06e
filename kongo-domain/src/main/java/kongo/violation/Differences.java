package kongo.violation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;

/** What has to be published when one set of violations takes the place of another. */
public final class Differences {

  private Differences() {}

  /** In the order of the ids; what is gone is RETRACTED. */
  public static List<Revision> between(
      Map<String, Violation> before, Map<String, Violation> after, long number, Function<Violation, Cause> cause) {
    List<Revision> revisions = new ArrayList<>();
    TreeSet<String> ids = new TreeSet<>(before.keySet());
    ids.addAll(after.keySet());
    for (String id : ids) {
      Violation now = after.containsKey(id) ? after.get(id) : before.get(id).retracted();
      if (!before.containsKey(id) || now.differsFrom(before.get(id))) {
        revisions.add(new Revision(number, now, cause.apply(now)));
      }
    }
    return revisions;
  }
}
