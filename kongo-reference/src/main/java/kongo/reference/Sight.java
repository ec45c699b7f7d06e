package kongo.reference;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a rule looks at in one place. */
interface Sight {

  Bounds bounds();

  /** What is seen, by sensor: during a visit, or by the place itself. */
  Map<String, Seen> seenBy(Optional<Visit> visit);

  /** The culprits that an excursion names which begins at this time. */
  List<String> others(long from, String subject);
}
