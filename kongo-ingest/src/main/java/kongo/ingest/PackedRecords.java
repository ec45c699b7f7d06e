package kongo.ingest;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * Records that are kept for the case that they become dead letters: offsets, keys and values of one partition. A few
 * arrays instead of some objects each, since hundreds of thousands are in hand at a time.
 */
final class PackedRecords {

  private static final int NULL = -1;

  private final TopicPartition partition;
  private final long[] offsets;
  private final int[] keyLengths;
  private final int[] valueLengths;
  private final int[] begins;
  private final byte[] bytes;

  /** @param records of that partition, in the order of their offsets, 2 GB together at most */
  PackedRecords(TopicPartition partition, List<ConsumerRecord<byte[], byte[]>> records) {
    this.partition = partition;
    this.offsets = new long[records.size()];
    this.keyLengths = new int[records.size()];
    this.valueLengths = new int[records.size()];
    this.begins = new int[records.size()];
    this.bytes = new byte[layOut(records)];
    for (int i = 0; i < offsets.length; i++) {
      copy(records.get(i).key(), begins[i]);
      copy(records.get(i).value(), beginOfValue(i));
    }
  }

  private int layOut(List<ConsumerRecord<byte[], byte[]>> records) {
    int size = 0;
    for (int i = 0; i < offsets.length; i++) {
      ConsumerRecord<byte[], byte[]> record = records.get(i);
      offsets[i] = record.offset();
      keyLengths[i] = lengthOf(record.key());
      valueLengths[i] = lengthOf(record.value());
      begins[i] = size;
      size = Math.addExact(size, Math.max(0, keyLengths[i]) + Math.max(0, valueLengths[i]));
    }
    return size;
  }

  private static int lengthOf(byte[] part) {
    return part == null ? NULL : part.length;
  }

  private int beginOfValue(int i) {
    return begins[i] + Math.max(0, keyLengths[i]);
  }

  private void copy(byte[] part, int to) {
    if (part != null) {
      System.arraycopy(part, 0, bytes, to, part.length);
    }
  }

  /** The record of that offset, if it is one of these. */
  Optional<ConsumerRecord<byte[], byte[]>> at(long offset) {
    int found = Arrays.binarySearch(offsets, offset);
    return found < 0 ? Optional.empty() : Optional.of(record(found));
  }

  Stream<ConsumerRecord<byte[], byte[]>> all() {
    return IntStream.range(0, offsets.length).mapToObj(this::record);
  }

  private ConsumerRecord<byte[], byte[]> record(int i) {
    byte[] key = part(begins[i], keyLengths[i]);
    byte[] value = part(beginOfValue(i), valueLengths[i]);
    return new ConsumerRecord<>(partition.topic(), partition.partition(), offsets[i], key, value);
  }

  private byte[] part(int from, int length) {
    return length == NULL ? null : Arrays.copyOfRange(bytes, from, from + length);
  }
}
