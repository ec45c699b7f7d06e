package kongo.doctor.symptom;

import java.nio.charset.StandardCharsets;
import java.util.List;
import kongo.doctor.finding.Counted;
import kongo.doctor.finding.Finding;
import kongo.doctor.finding.Heading;
import kongo.doctor.finding.Memory;
import kongo.doctor.finding.RecordAt;
import kongo.doctor.finding.Sightings;
import kongo.doctor.finding.Urgency;
import kongo.protocol.Partitions;

/** Records that are not where Kafka's default partitioner puts them. */
final class OtherPartitioner implements Symptom {

  private static final Heading HEADING = new Heading(
      "other-partitioner", Urgency.FIX, Counted.RECORDS,
      "Records in another partition than that of Kafka's default partitioner. Two nodes work on each. And where others send of the "
          + "same id to another partition, later records are taken for earlier ones, which ledger and verify alone tell. Set partitioner=murmur2_random where a producer uses librdkafka. (It looks the same where a topic got more partitions later.)");

  private final Sightings sightings;

  OtherPartitioner(Memory memory) {
    this.sightings = new Sightings(memory);
  }

  @Override
  public void keyed(RecordAt at, byte[] key, int partitions) {
    if (!Partitions.isDefault(key, at.partition(), partitions)) {
      sightings.add(at.topic(), at, () -> {
        String text = new String(key, StandardCharsets.UTF_8);
        return "the key " + text + " is in partition " + at.partition() + ", not in " + Partitions.of(text, partitions);
      });
    }
  }

  @Override
  public List<Finding> findings() {
    return sightings.findings(HEADING);
  }
}
