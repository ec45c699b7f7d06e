package kongo.verify;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import kongo.protocol.PublishedViolation;
import kongo.protocol.ViolationJson;
import kongo.violation.Status;
import kongo.violation.Violation;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Everything published, as a consumer sees it who keeps the highest revision of each id. */
final class ViolationLog {

  private final Map<String, PublishedViolation> highest = new HashMap<>();
  private final List<String> contradictions = new ArrayList<>();
  private long records;
  private long repeated;

  void read(ConsumerRecord<byte[], byte[]> published) {
    records++;
    PublishedViolation next = ViolationJson.decode(published.value());
    PublishedViolation known = highest.get(next.violation().id());
    if (known == null || next.revision() > known.revision()) {
      highest.put(next.violation().id(), next);
    } else if (next.revision() == known.revision()) {
      repeated++;
      if (!next.equals(known)) {
        contradictions.add("revision " + next.revision() + " of " + next.violation().id() + " was published in two ways");
      }
    }
  }

  long records() {
    return records;
  }

  /** Publications of a revision that was published before. */
  long repeated() {
    return repeated;
  }

  List<String> contradictions() {
    return contradictions;
  }

  /** By id, without the RETRACTED. */
  SortedMap<String, Violation> finalSet() {
    SortedMap<String, Violation> set = new TreeMap<>();
    highest.forEach((id, published) -> {
      if (published.violation().status() != Status.RETRACTED) {
        set.put(id, published.violation());
      }
    });
    return set;
  }
}
