package kongo.ingest;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import net.jpountz.lz4.LZ4BlockInputStream;
import net.jpountz.lz4.LZ4BlockOutputStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * Records that are kept for the case that they become dead letters: offsets, keys and values of one partition. Few arrays
 * instead of some objects each, and compressed, since millions are in hand at a time and hardly any is ever asked for.
 */
final class PackedRecords {

  private static final int NULL = -1;
  private static final int SMALLEST_BLOCK = 64;
  /** Many times smaller than what the collector treats as a large object. */
  private static final int LARGEST_BLOCK = 1 << 16;
  /** Keys and values are alike from record to record; if they are not, this is only where the array begins. */
  private static final int EXPECTED_RATIO = 5;

  private final TopicPartition partition;
  private final long[] offsets;
  private final int[] keyLengths;
  private final int[] valueLengths;
  private final byte[] compressed;

  /** @param records of that partition, in the order of their offsets */
  PackedRecords(TopicPartition partition, List<ConsumerRecord<byte[], byte[]>> records) {
    this.partition = partition;
    this.offsets = new long[records.size()];
    this.keyLengths = new int[records.size()];
    this.valueLengths = new int[records.size()];
    this.compressed = compressed(records, measure(records));
  }

  /** Answers how many bytes they are. */
  private long measure(List<ConsumerRecord<byte[], byte[]>> records) {
    long size = 0;
    for (int i = 0; i < offsets.length; i++) {
      ConsumerRecord<byte[], byte[]> record = records.get(i);
      offsets[i] = record.offset();
      keyLengths[i] = lengthOf(record.key());
      valueLengths[i] = lengthOf(record.value());
      size += Math.max(0, keyLengths[i]) + Math.max(0, valueLengths[i]);
    }
    return size;
  }

  private static int lengthOf(byte[] part) {
    return part == null ? NULL : part.length;
  }

  private static byte[] compressed(List<ConsumerRecord<byte[], byte[]>> records, long size) {
    int block = (int) Math.max(SMALLEST_BLOCK, Math.min(LARGEST_BLOCK, size));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream((int) (size / EXPECTED_RATIO));
    try (OutputStream out = new LZ4BlockOutputStream(bytes, block)) {
      for (ConsumerRecord<byte[], byte[]> record : records) {
        write(out, record.key());
        write(out, record.value());
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  private static void write(OutputStream out, byte[] part) throws IOException {
    if (part != null) {
      out.write(part);
    }
  }

  /** The record of that offset, if it is one of these. */
  Optional<ConsumerRecord<byte[], byte[]>> at(long offset) {
    int found = Arrays.binarySearch(offsets, offset);
    return found < 0 ? Optional.empty() : Optional.of(unpacked(found + 1).get(found));
  }

  Stream<ConsumerRecord<byte[], byte[]>> all() {
    return unpacked(offsets.length).stream();
  }

  /** The first so many of them. */
  private List<ConsumerRecord<byte[], byte[]>> unpacked(int count) {
    List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>(count);
    try (DataInputStream in = new DataInputStream(LZ4BlockInputStream.newBuilder().build(new ByteArrayInputStream(compressed)))) {
      for (int i = 0; i < count; i++) {
        byte[] key = part(in, keyLengths[i]);
        records.add(new ConsumerRecord<>(partition.topic(), partition.partition(), offsets[i], key, part(in, valueLengths[i])));
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return records;
  }

  private static byte[] part(DataInputStream in, int length) throws IOException {
    if (length == NULL) {
      return null;
    }
    byte[] part = new byte[length];
    in.readFully(part);
    return part;
  }
}
