package kongo.cli;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kongo.protocol.Decoded;
import kongo.protocol.PublishedViolation;
import kongo.protocol.RegistryDecoder;
import kongo.protocol.RegistryRecord;
import kongo.protocol.Topics;
import kongo.protocol.ViolationJson;
import kongo.registry.GoodsProfile;
import kongo.violation.Status;
import kongo.violation.Violation;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Published violations, each revision once, with the categories of their Goods. */
final class TailedViolations implements Tailed {

  private final RegistryDecoder registry = new RegistryDecoder();
  private final Map<String, List<String>> categories = new HashMap<>();
  private final Map<String, Long> revisions = new HashMap<>();

  @Override
  public String topic() {
    return Topics.DEFAULT.violations();
  }

  @Override
  public List<String> alongside() {
    return List.of(Topics.DEFAULT.registry());
  }

  @Override
  public void take(ConsumerRecord<byte[], byte[]> record) {
    if (registry.decode(record) instanceof Decoded.Usable<RegistryRecord> usable) {
      boolean isGoods = usable.value().registration() instanceof GoodsProfile;
      categories.put(usable.value().id(), isGoods ? ((GoodsProfile) usable.value().registration()).categories() : List.of());
    }
  }

  /** What is no violation is shown each time. */
  @Override
  public boolean isNews(ConsumerRecord<byte[], byte[]> record) {
    try {
      PublishedViolation published = ViolationJson.decode(record.value());
      Long before = revisions.get(published.violation().id());
      if (before != null && before >= published.revision()) {
        return false;
      }
      revisions.put(published.violation().id(), published.revision());
      return true;
    } catch (IllegalArgumentException malformed) {
      return true;
    }
  }

  @Override
  public String words(ConsumerRecord<byte[], byte[]> record) {
    try {
      Violation violation = ViolationJson.decode(record.value()).violation();
      List<String> known = violation.goods() == null ? List.of() : categories.getOrDefault(violation.goods(), List.of());
      String status = violation.status() == Status.RETRACTED ? "" : violation.status() + " ";
      return status + ViolationWords.of(violation, known);
    } catch (IllegalArgumentException malformed) {
      return "%s/%d@%d is no violation: %s".formatted(record.topic(), record.partition(), record.offset(), malformed.getMessage());
    }
  }

  @Override
  public String json(ConsumerRecord<byte[], byte[]> record) {
    return record.value() == null ? "null" : new String(record.value(), StandardCharsets.UTF_8);
  }
}
