package kongo.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import kongo.protocol.DeadLetterHeaders;
import kongo.protocol.Topics;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Dead letters, each once: where the record was, why it was refused, and how it begins. */
final class TailedDeadLetters implements Tailed {

  private static final int SHOWN = 160;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Set<String> places = new HashSet<>();

  @Override
  public String topic() {
    return Topics.DEFAULT.deadLetters();
  }

  @Override
  public boolean isNews(ConsumerRecord<byte[], byte[]> record) {
    try {
      return places.add(place(DeadLetterHeaders.read(record.headers())));
    } catch (IllegalArgumentException unmarked) {
      return true;
    }
  }

  @Override
  public String words(ConsumerRecord<byte[], byte[]> record) {
    try {
      var letter = DeadLetterHeaders.read(record.headers());
      var detail = letter.detail().isEmpty() ? "" : " (" + Printable.of(letter.detail()) + ")";
      return "%s %s%s: %s".formatted(place(letter), letter.reason().header(), detail, Printable.start(record.value(), SHOWN));
    } catch (IllegalArgumentException unmarked) {
      return "%s/%d@%d does not say why it is there: %s".formatted(
          record.topic(), record.partition(), record.offset(), Printable.start(record.value(), SHOWN));
    }
  }

  private static String place(DeadLetterHeaders letter) {
    return "%s/%d@%d".formatted(letter.topic(), letter.partition(), letter.offset());
  }

  @Override
  public String json(ConsumerRecord<byte[], byte[]> record) {
    Map<String, Object> fields = new LinkedHashMap<>();
    try {
      var letter = DeadLetterHeaders.read(record.headers());
      fields.put("topic", letter.topic());
      fields.put("partition", letter.partition());
      fields.put("offset", letter.offset());
      fields.put("reason", letter.reason().header());
      fields.put("detail", letter.detail());
    } catch (IllegalArgumentException unmarked) {
      fields.put("reason", "");
    }
    fields.put("value", Printable.start(record.value(), SHOWN));
    return write(fields);
  }

  private static String write(Map<String, Object> fields) {
    try {
      return JSON.writeValueAsString(fields);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
