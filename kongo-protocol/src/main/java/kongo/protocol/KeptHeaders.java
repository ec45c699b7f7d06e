package kongo.protocol;

import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/** The headers of a dead letter beside its {@link DeadLetterHeaders}: those of the record, and what was cut of it. */
public final class KeptHeaders {

  /** A header {@code x} of the record is {@code header.x} of the dead letter, so that it is never taken for one of ours. */
  public static final String PREFIX = "header.";

  private KeptHeaders() {}

  /** @param timestamp of the record, in milliseconds since the epoch */
  public static void timestamp(Headers headers, long timestamp) {
    HeaderText.add(headers, "timestamp", Long.toString(timestamp));
  }

  public static void original(Headers headers, Header header) {
    headers.add(PREFIX + header.key(), header.value());
  }

  /**
   * The key or the value was longer than what is here.
   *
   * @param part {@code key} or {@code value}
   * @param bytes of the whole
   * @param sha256 of the whole, in hexadecimal digits
   */
  public static void cut(Headers headers, String part, int bytes, String sha256) {
    HeaderText.add(headers, part + "-bytes", Integer.toString(bytes));
    HeaderText.add(headers, part + "-sha256", sha256);
  }

  /** So many headers of the record are left out. */
  public static void headersCut(Headers headers, int count) {
    HeaderText.add(headers, "headers-cut", Integer.toString(count));
  }
}
