package kongo.doctor.symptom;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import kongo.doctor.finding.Counted;
import kongo.doctor.finding.Finding;
import kongo.doctor.finding.Heading;
import kongo.doctor.finding.Memory;
import kongo.doctor.finding.RecordAt;
import kongo.doctor.finding.Sightings;
import kongo.doctor.finding.Urgency;
import kongo.protocol.Feed;

/** Fields that mean nothing to Kongo, in records that it takes. */
final class IgnoredFields implements Symptom {

  private static final Heading MISSPELT = new Heading(
      "ignored-fields", Urgency.FIX, Counted.RECORDS,
      "Fields in the topic %s that Kongo passes over, and that are like one that it reads. What they say does not count.");
  private static final Heading OTHERS = new Heading(
      "other-fields", Urgency.KNOW, Counted.RECORDS, "Fields in the topic %s that Kongo passes over.");

  /** What others call the fields that Kongo reads; in lower case. */
  private static final Map<Feed, Map<String, String>> ELSEWHERE = Map.of(
      Feed.SENSORS, Map.of(
          "deviceid", "sensor", "device", "sensor", "devicename", "sensor", "serial", "sensor",
          "ts", "time", "timestamp", "time", "site", "location", "place", "location"),
      Feed.RFID, Map.of("epc", "goods", "tag", "goods", "ts", "time", "timestamp", "time"),
      Feed.REGISTRY, Map.of("category", "categories", "class", "categories", "tags", "categories", "expiry", "useBy", "capacity", "maxWeight", "kg", "weight"));

  private final Map<Feed, Set<String>> fields;
  private final Map<Feed, Sightings> sightings;

  /** @param fields that are read, by topic */
  IgnoredFields(Map<Feed, Set<String>> fields, Memory memory) {
    this.fields = fields;
    this.sightings = Map.of(
        Feed.REGISTRY, new Sightings(memory), Feed.RFID, new Sightings(memory), Feed.SENSORS, new Sightings(memory));
  }

  @Override
  public void ignored(RecordAt at, Feed feed, String field, String value) {
    if (!Units.isUnit(field)) {
      sightings.get(feed).add(field, at, () -> value.isEmpty() ? "" : "such as " + value);
    }
  }

  @Override
  public List<Finding> findings() {
    return Stream.of(Feed.values())
        .map(feed -> sightings.get(feed).findings(in(feed, MISSPELT), in(feed, OTHERS), field -> guess(feed, field)))
        .flatMap(List::stream)
        .toList();
  }

  private Optional<String> guess(Feed feed, String field) {
    return Nearest.of(field, fields.get(feed)).or(() -> Optional.ofNullable(ELSEWHERE.get(feed).get(field.toLowerCase(Locale.ROOT))));
  }

  private static Heading in(Feed feed, Heading heading) {
    return new Heading(
        heading.kind() + "-of-" + feed.topic().key(), heading.urgency(), heading.counted(), heading.says().formatted(feed.topic().key()));
  }
}
