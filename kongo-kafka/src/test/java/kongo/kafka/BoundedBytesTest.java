package kongo.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;

/** What a consumer hands over is bounded, whatever it unpacks. */
class BoundedBytesTest {

  private static final int USABLE = KeepLimits.USABLE_BYTES;
  private static final KeepLimits LIMITS = new KeepLimits(200_000, 100, 500_000);

  private final BoundedBytes values = new BoundedBytes(CutNote.Part.VALUE, LIMITS, 100);
  private final Headers headers = new RecordHeaders();

  private byte[] take(int bytes) {
    return values.deserialize("topic", headers, ByteBuffer.wrap(new byte[bytes]));
  }

  @Test
  void whatMayBeUsedIsNeverCut() {
    for (int i = 0; i < 1_000; i++) {
      assertThat(take(USABLE)).hasSize(USABLE);
    }
    assertThat(headers).isEmpty();
  }

  @Test
  void whatIsLongerThanIsKeptIsCutAndSaysSo() {
    byte[] whole = new byte[300_000];
    Arrays.fill(whole, (byte) 'x');

    assertThat(values.deserialize("topic", headers, ByteBuffer.wrap(whole))).hasSize(200_000);

    CutNote note = CutNote.of(headers, CutNote.Part.VALUE).orElseThrow();
    assertThat(note.amount()).isEqualTo(300_000);
    assertThat(note.sha256()).isEqualTo(Sha256.of(ByteBuffer.wrap(whole)));
  }

  @Test
  void manyLargeOnesAreCutToWhatShowsThatTheyAreTooLarge() {
    long kept = 0;
    for (int i = 0; i < 100; i++) {
      int bytes = take(150_000).length;
      assertThat(bytes).isGreaterThan(USABLE);
      kept += bytes;
    }
    assertThat(kept).isLessThanOrEqualTo(500_000 + 500_000 + 100 * (USABLE + 1L));
  }

  @Test
  void headersBeyondTheirBoundAreLeftOut() {
    headers.add("first", new byte[50]);
    headers.add("second", new byte[50]);
    headers.add("third", null);

    take(1);
    new BoundedBytes(CutNote.Part.KEY, LIMITS, 100).deserialize("topic", headers, ByteBuffer.wrap(new byte[1]));

    assertThat(headers.lastHeader("first")).isNotNull();
    assertThat(headers.lastHeader("second")).isNull();
    assertThat(CutNote.of(headers, CutNote.Part.HEADERS).orElseThrow().amount()).isEqualTo(2);
  }
}
