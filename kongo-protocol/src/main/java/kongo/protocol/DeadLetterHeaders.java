package kongo.protocol;

import org.apache.kafka.common.header.Headers;

/**
 * The headers of a dead letter: why it is one, and where the record was. The triple of topic, partition and offset is
 * its identity, for a dead letter may be written twice.
 *
 * @param detail a sentence for people, may be empty
 */
public record DeadLetterHeaders(Reason reason, String detail, String topic, int partition, long offset) {

  private static final String REASON = "reason";
  private static final String DETAIL = "detail";
  private static final String TOPIC = "topic";
  private static final String PARTITION = "partition";
  private static final String OFFSET = "offset";

  public void write(Headers headers) {
    HeaderText.add(headers, REASON, reason.header());
    HeaderText.add(headers, DETAIL, detail);
    HeaderText.add(headers, TOPIC, topic);
    HeaderText.add(headers, PARTITION, Integer.toString(partition));
    HeaderText.add(headers, OFFSET, Long.toString(offset));
  }

  /** @throws IllegalArgumentException if one is missing or unknown */
  public static DeadLetterHeaders read(Headers headers) {
    String reason = HeaderText.read(headers, REASON);
    return new DeadLetterHeaders(
        Reason.ofHeader(reason).orElseThrow(() -> new IllegalArgumentException("unknown reason " + reason)),
        HeaderText.read(headers, DETAIL),
        HeaderText.read(headers, TOPIC),
        Integer.parseInt(HeaderText.read(headers, PARTITION)),
        Long.parseLong(HeaderText.read(headers, OFFSET)));
  }
}
