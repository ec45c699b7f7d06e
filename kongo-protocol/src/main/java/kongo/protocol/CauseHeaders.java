package kongo.protocol;

import kongo.violation.Cause;
import kongo.violation.Position;
import org.apache.kafka.common.header.Headers;

/** The headers of a violation that name the record that caused it. */
public final class CauseHeaders {

  private static final String TOPIC = "cause-topic";
  private static final String PARTITION = "cause-partition";
  private static final String EPOCH = "cause-epoch";
  private static final String OFFSET = "cause-offset";
  private static final String TIMESTAMP = "cause-timestamp";

  private CauseHeaders() {}

  public static void write(Cause cause, Headers headers) {
    HeaderText.add(headers, TOPIC, cause.topic());
    HeaderText.add(headers, PARTITION, Integer.toString(cause.partition()));
    HeaderText.add(headers, EPOCH, Integer.toString(Position.epoch(cause.offset())));
    HeaderText.add(headers, OFFSET, Long.toString(Position.offset(cause.offset())));
    HeaderText.add(headers, TIMESTAMP, Long.toString(cause.timestamp()));
  }

  /** @throws IllegalArgumentException if one is missing or no number */
  public static Cause read(Headers headers) {
    return new Cause(
        HeaderText.read(headers, TOPIC),
        Integer.parseInt(HeaderText.read(headers, PARTITION)),
        Position.of(
            Integer.parseInt(HeaderText.read(headers, EPOCH)), Long.parseLong(HeaderText.read(headers, OFFSET))),
        Long.parseLong(HeaderText.read(headers, TIMESTAMP)));
  }
}
