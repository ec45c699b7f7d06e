package kongo.verify;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import kongo.goods.StaysChanged;
import kongo.goods.StaysKnown;
import kongo.protocol.CauseHeaders;
import kongo.protocol.StaysJson;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What a reader of the stays topic knows of each Goods. Older records may be compacted away. */
final class StaysLog {

  private final Map<String, StaysKnown> known = new HashMap<>();
  private final Map<String, StaysChanged> latest = new HashMap<>();
  private final List<String> contradictions = new ArrayList<>();

  void read(ConsumerRecord<byte[], byte[]> published) {
    try {
      take(StaysJson.decode(published.value(), CauseHeaders.read(published.headers())));
    } catch (IllegalArgumentException malformed) {
      contradictions.add("offset " + published.offset() + " of partition " + published.partition() + " of the stays is malformed: "
          + malformed.getMessage());
    }
  }

  private void take(StaysChanged word) {
    StaysChanged same = latest.get(word.goods());
    if (same != null && same.version() == word.version() && !same.equals(word)) {
      contradictions.add("version " + word.version() + " of the stays of " + word.goods() + " was published in two ways");
    }
    latest.merge(word.goods(), word, (older, newer) -> newer.version() > older.version() ? newer : older);
    known.merge(word.goods(), StaysKnown.NOTHING.after(word), (before, first) -> before.after(word));
  }

  /** In words: versions that were published in two ways, and records that are no stays. */
  List<String> contradictions() {
    return contradictions;
  }

  SortedMap<String, StaysKnown> known() {
    return new TreeMap<>(known);
  }
}
