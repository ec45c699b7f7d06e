package kongo.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import kongo.protocol.DeadLetterHeaders;
import kongo.protocol.Reason;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** The dead letters that there are, compared with those that there have to be. */
final class DeadLetterLog {

  /** Where a record was. */
  record Place(String topic, int partition, long offset) implements Comparable<Place> {

    @Override
    public int compareTo(Place other) {
      int byTopic = topic.compareTo(other.topic);
      int byPartition = byTopic != 0 ? byTopic : Integer.compare(partition, other.partition);
      return byPartition != 0 ? byPartition : Long.compare(offset, other.offset);
    }

    @Override
    public String toString() {
      return topic + "/" + partition + "@" + offset;
    }
  }

  private final Map<Place, Reason> found = new TreeMap<>();
  private final Map<Place, Reason> expected = new TreeMap<>();
  private final Set<Place> excluded = new TreeSet<>();
  private final List<String> unclear = new ArrayList<>();

  void found(ConsumerRecord<byte[], byte[]> letter) {
    try {
      DeadLetterHeaders headers = DeadLetterHeaders.read(letter.headers());
      Place place = new Place(headers.topic(), headers.partition(), headers.offset());
      Reason before = found.putIfAbsent(place, headers.reason());
      if (before != null && before != headers.reason()) {
        unclear.add(place + " is a dead letter for " + before.header() + " and for " + headers.reason().header());
      }
    } catch (IllegalArgumentException malformed) {
      unclear.add("offset " + letter.offset() + " of partition " + letter.partition() + " says badly why it is a dead letter: "
          + malformed.getMessage());
    }
  }

  void expect(String topic, int partition, long offset, Reason reason) {
    expected.put(new Place(topic, partition, offset), reason);
  }

  /** Whether a record was given up because its actor failed: then nothing may follow from it. */
  boolean exclude(ConsumerRecord<byte[], byte[]> input) {
    Place place = new Place(input.topic(), input.partition(), input.offset());
    boolean isFailed = found.get(place) == Reason.FAILED;
    if (isFailed) {
      excluded.add(place);
    }
    return isFailed;
  }

  /** The records that were given up. */
  List<String> excluded() {
    return excluded.stream().map(Place::toString).toList();
  }

  int expectedCount() {
    return expected.size();
  }

  /** In words: letters that are missing, have another reason or several, or should not be there. */
  List<String> differences() {
    List<String> differences = new ArrayList<>(unclear);
    expected.forEach((place, reason) -> {
      Reason is = found.get(place);
      if (is != reason) {
        differences.add(place + " should be a dead letter (" + reason.header() + ") but is "
            + (is == null ? "none" : "one for " + is.header()));
      }
    });
    found.forEach((place, reason) -> {
      if (!expected.containsKey(place) && !isAccountedFor(place, reason)) {
        differences.add(place + " is a dead letter (" + reason.header() + ") but should be none");
      }
    });
    return differences;
  }

  private boolean isAccountedFor(Place place, Reason reason) {
    return reason == Reason.FAILED && excluded.contains(place);
  }
}
