package kongo.doctor.symptom;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import kongo.doctor.finding.Counted;
import kongo.doctor.finding.Finding;
import kongo.doctor.finding.Heading;
import kongo.doctor.finding.Memory;
import kongo.doctor.finding.RecordAt;
import kongo.doctor.finding.Remembered;
import kongo.doctor.finding.Sightings;
import kongo.doctor.finding.Urgency;
import kongo.protocol.DeadLetterHeaders;
import kongo.protocol.Reason;

/** Dead letters by their reason, the last of each as the example; a record counts once, however often it was written there. */
final class RefusedRecords implements Symptom {

  private static final Heading HEADING = new Heading(
      "dead-letters", Urgency.FIX, Counted.RECORDS,
      "Records that were refused, by reason, each with the last of them. ./kongo tail --dead-letters shows more.");

  private record Source(String topic, int partition, long offset) {}

  private final Remembered<Source, boolean[]> seen;
  private final Sightings sightings;

  private final Map<Reason, Long> latest = new EnumMap<>(Reason.class);

  private long order;

  RefusedRecords(Memory memory) {
    this.seen = memory.remembered();
    this.sightings = new Sightings(memory);
  }

  @Override
  public void refused(RecordAt at, DeadLetterHeaders letter, String begins) {
    boolean[] known = seen.of(new Source(letter.topic(), letter.partition(), letter.offset()), () -> new boolean[1]).orElse(new boolean[1]);
    if (!known[0]) {
      known[0] = true;
      RecordAt record = new RecordAt(letter.topic(), letter.partition(), letter.offset(), at.timestamp());
      sightings.add(letter.reason().header(), record, rank(letter.reason(), at.timestamp()), () -> letter.detail().isEmpty() ? begins : letter.detail() + ": " + begins);
    }
  }

  /** Partitions are read one after the other, or in any order: the last is that which was written last. */
  private long rank(Reason reason, long written) {
    if (written < latest.getOrDefault(reason, Long.MIN_VALUE)) {
      return 0;
    }
    latest.put(reason, written);
    return ++order;
  }

  @Override
  public List<Finding> findings() {
    return sightings.findings(HEADING);
  }
}
