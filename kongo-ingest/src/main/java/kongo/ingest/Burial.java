package kongo.ingest;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import kongo.kafka.CutNote;
import kongo.kafka.HeaderBytes;
import kongo.kafka.KeepLimits;
import kongo.kafka.Sha256;
import kongo.protocol.DeadLetterHeaders;
import kongo.protocol.KeptHeaders;
import kongo.protocol.Reason;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/**
 * A dead letter as it is written: as the record came as far as there is room for it, and what is cut is said.
 *
 * @param wholeBytes of the key and of the value at most
 * @param headerBytes of all its own headers at most
 */
record Burial(DeadLetters.Letter letter, int wholeBytes, int headerBytes) {

  /** A failure's own words may be long. */
  private static final int DETAIL_CHARS = 1_000;
  private static final int SMALLER = 4;
  private static final int LEAST = 64;

  /** The same with less of the record; empty if nothing of it is left. */
  Optional<Burial> smaller() {
    if (wholeBytes == 0 && headerBytes == 0) {
      return Optional.empty();
    }
    return Optional.of(new Burial(letter, less(wholeBytes), less(headerBytes)));
  }

  private static int less(int bytes) {
    return bytes < LEAST ? 0 : bytes / SMALLER;
  }

  ProducerRecord<byte[], byte[]> record(String topic) {
    ConsumerRecord<byte[], byte[]> from = letter.record();
    ProducerRecord<byte[], byte[]> to = new ProducerRecord<>(topic, start(from.key()), start(from.value()));
    copyHeaders(from.headers(), to.headers());
    KeptHeaders.timestamp(to.headers(), from.timestamp());
    tellCut(CutNote.Part.KEY, from.key(), from.headers(), to.headers());
    tellCut(CutNote.Part.VALUE, from.value(), from.headers(), to.headers());
    new DeadLetterHeaders(letter.reason(), detail(), from.topic(), from.partition(), from.offset()).write(to.headers());
    return to;
  }

  private byte[] start(byte[] part) {
    return part == null || part.length <= wholeBytes ? part : Arrays.copyOf(part, wholeBytes);
  }

  private String detail() {
    String detail = wholeValue().orElseGet(letter::detail);
    return detail.length() <= DETAIL_CHARS ? detail : detail.substring(0, DETAIL_CHARS);
  }

  /** The decoder saw what was left of it. */
  private Optional<String> wholeValue() {
    return CutNote.of(letter.record().headers(), CutNote.Part.VALUE)
        .filter(cut -> letter.reason() == Reason.TOO_LARGE)
        .map(cut -> "the value has %d bytes, and at most %d are taken".formatted(cut.amount(), KeepLimits.USABLE_BYTES));
  }

  private void copyHeaders(Headers from, Headers to) {
    Header[] own = Arrays.stream(from.toArray()).filter(header -> !(header instanceof CutNote)).toArray(Header[]::new);
    int fit = HeaderBytes.fitting(own, headerBytes);
    Arrays.stream(own, 0, fit).forEach(header -> KeptHeaders.original(to, header));
    int cut = own.length - fit + CutNote.of(from, CutNote.Part.HEADERS).map(CutNote::amount).orElse(0);
    if (cut > 0) {
      KeptHeaders.headersCut(to, cut);
    }
  }

  private void tellCut(CutNote.Part part, byte[] bytes, Headers from, Headers to) {
    CutNote.of(from, part)
        .or(() -> cutHere(part, bytes))
        .ifPresent(note -> KeptHeaders.cut(to, part.name().toLowerCase(Locale.ROOT), note.amount(), note.sha256()));
  }

  private Optional<CutNote> cutHere(CutNote.Part part, byte[] bytes) {
    return bytes == null || bytes.length <= wholeBytes
        ? Optional.empty()
        : Optional.of(new CutNote(part, bytes.length, Sha256.of(ByteBuffer.wrap(bytes))));
  }
}
