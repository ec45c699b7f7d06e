package kongo.verify;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import kongo.protocol.CauseHeaders;
import kongo.protocol.PublishedViolation;
import kongo.protocol.ViolationJson;
import kongo.violation.Status;
import kongo.violation.Violation;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Everything published, as a consumer sees it who keeps the highest revision of each id. */
final class ViolationLog {

  private record Publication(String id, long revision) {}

  private final Map<String, Violation> expected;
  private final Map<String, PublishedViolation> highest = new HashMap<>();
  private final Map<Publication, Integer> fingerprints = new HashMap<>();
  private final List<String> contradictions = new ArrayList<>();
  private final Delays delays = new Delays();
  private final Delays corrections = new Delays();
  private long records;
  private long repeated;

  /** @param expected by id; those that are published as expected are not kept twice */
  ViolationLog(Map<String, Violation> expected) {
    this.expected = expected;
  }

  void read(ConsumerRecord<byte[], byte[]> published) {
    records++;
    try {
      PublishedViolation next = withoutCopy(ViolationJson.decode(published.value()));
      long delay = published.timestamp() - CauseHeaders.read(published.headers()).timestamp();
      if (!isRepetition(published, next)) {
        measure(next, delay);
      }
      highest.merge(next.violation().id(), next, (known, other) -> other.revision() > known.revision() ? other : known);
    } catch (IllegalArgumentException malformed) {
      contradictions.add("offset " + published.offset() + " of partition " + published.partition() + " is malformed: "
          + malformed.getMessage());
    }
  }

  private void measure(PublishedViolation next, long delay) {
    PublishedViolation known = highest.get(next.violation().id());
    delays.add(delay);
    if (known != null && next.revision() > known.revision() && !isEnd(known.violation(), next.violation())) {
      corrections.add(delay);
    }
  }

  private static boolean isEnd(Violation known, Violation next) {
    return known.status() == Status.OPEN && next.status() == Status.CLOSED;
  }

  private PublishedViolation withoutCopy(PublishedViolation next) {
    Violation same = expected.get(next.violation().id());
    return next.violation().equals(same) ? new PublishedViolation(next.revision(), same) : next;
  }

  private String withoutCopy(String id) {
    Violation same = expected.get(id);
    return same == null ? id : same.id();
  }

  /** A repetition may come late, after higher revisions; then too it must be the same under the same key. */
  private boolean isRepetition(ConsumerRecord<byte[], byte[]> published, PublishedViolation next) {
    String id = withoutCopy(next.violation().id());
    int fingerprint = 31 * next.hashCode() + Arrays.hashCode(published.key());
    Integer before = fingerprints.putIfAbsent(new Publication(id, next.revision()), fingerprint);
    if (before != null) {
      repeated++;
      if (before != fingerprint) {
        contradictions.add("revision " + next.revision() + " of " + id + " was published in two ways");
      }
    }
    return before != null;
  }

  long records() {
    return records;
  }

  /** Publications of a revision that was published before. */
  long repeated() {
    return repeated;
  }

  /** In words: revisions that were published in two ways, and records that are no violations. */
  List<String> contradictions() {
    return contradictions;
  }

  /** Of all publications but repetitions: what was read before is no news. */
  Delays delays() {
    return delays;
  }

  /** Of those that say otherwise than what was published before. */
  Delays corrections() {
    return corrections;
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
