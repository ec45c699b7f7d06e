package kongo.kafka;

import java.util.Arrays;
import java.util.Optional;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/**
 * Says that something of a record was cut when it was unpacked. It travels among the record's headers, and cannot be sent
 * by anybody: it is known by its class.
 *
 * @param amount bytes of the whole key or value, or how many headers are left out
 * @param sha256 of the whole key or value
 */
public record CutNote(Part part, int amount, String sha256) implements Header {

  public enum Part {
    KEY,
    VALUE,
    HEADERS
  }

  public static Optional<CutNote> of(Headers headers, Part part) {
    return Arrays.stream(headers.toArray())
        .filter(CutNote.class::isInstance)
        .map(CutNote.class::cast)
        .filter(note -> note.part == part)
        .findFirst();
  }

  @Override
  public String key() {
    return "";
  }

  @Override
  public byte[] value() {
    return new byte[0];
  }
}
