package kongo.kafka;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Deserializer;

/**
 * Takes keys or values from a consumer, and cuts what is far too long to be used: a record of some kilobytes in Kafka may
 * be hundreds of megabytes when it is unpacked. Called by the polling thread, for one record after the other.
 */
public final class BoundedBytes implements Deserializer<byte[]> {

  private final CutNote.Part part;
  private final KeepLimits limits;
  private final int refill;
  private int allowance;

  /** @param records so many are fetched at a time at most */
  public BoundedBytes(CutNote.Part part, KeepLimits limits, int records) {
    this.part = part;
    this.limits = limits;
    this.refill = Math.max(1, limits.largeBytes() / records);
    this.allowance = limits.largeBytes();
  }

  @Override
  public byte[] deserialize(String topic, byte[] data) {
    return data;
  }

  @Override
  public byte[] deserialize(String topic, Headers headers, ByteBuffer data) {
    allowance = Math.min(limits.largeBytes(), allowance + refill);
    bound(headers);
    int kept = kept(data.remaining());
    if (kept < data.remaining()) {
      headers.add(new CutNote(part, data.remaining(), Sha256.of(data)));
    }
    byte[] bytes = new byte[kept];
    data.get(data.position(), bytes);
    return bytes;
  }

  private int kept(int bytes) {
    if (bytes <= KeepLimits.USABLE_BYTES) {
      return bytes;
    }
    int most = Math.min(limits.wholeBytes(), Math.max(allowance, KeepLimits.USABLE_BYTES + 1));
    int kept = Math.min(bytes, most);
    allowance = Math.max(0, allowance - kept);
    return kept;
  }

  private void bound(Headers headers) {
    // Not an iterator, which every record would pay for, and hardly any has headers.
    Header[] all = headers.toArray();
    if (all.length == 0) {
      return;
    }
    Header[] own = Arrays.stream(all).filter(header -> !(header instanceof CutNote)).toArray(Header[]::new);
    int fit = HeaderBytes.fitting(own, limits.headerBytes());
    if (fit < own.length) {
      Arrays.stream(own, fit, own.length).map(Header::key).distinct().forEach(headers::remove);
      headers.add(new CutNote(CutNote.Part.HEADERS, own.length - fit, ""));
    }
  }
}
