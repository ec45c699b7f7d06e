package kongo.kafka;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jpountz.lz4.LZ4Factory;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.record.TimestampType;

/**
 * Records that are kept for the case that they become dead letters, those of one partition. Few arrays instead of some objects each, and compressed, since millions are in hand at a time and hardly any is ever asked for.
 */
public final class PackedRecords {

  private static final int NULL = -1;
  /** What has to be unpacked for one record; far below what the collector treats as a large object. */
  private static final int CHUNK_BYTES = 1 << 16;
  private static final LZ4Factory LZ4 = LZ4Factory.fastestInstance();

  private final TopicPartition partition;
  private final long[] offsets;
  private final int[] keyLengths;
  private final int[] valueLengths;
  private final int[] headerLengths;
  private final long[] timestamps;
  private final List<Chunk> chunks = new ArrayList<>();

  /**
   * Keys, values and headers of neighbouring records.
   *
   * @param first index of the first record
   * @param end index after the last one
   * @param bytes of them when unpacked
   */
  private record Chunk(int first, int end, int bytes, byte[] compressed) {}

  /** @param records of that partition, in the order of their offsets */
  public PackedRecords(TopicPartition partition, List<ConsumerRecord<byte[], byte[]>> records) {
    this.partition = partition;
    this.offsets = new long[records.size()];
    this.keyLengths = new int[records.size()];
    this.valueLengths = new int[records.size()];
    this.headerLengths = new int[records.size()];
    this.timestamps = new long[records.size()];
    byte[][] headers = new byte[records.size()][];
    for (int i = 0; i < offsets.length; i++) {
      offsets[i] = records.get(i).offset();
      keyLengths[i] = lengthOf(records.get(i).key());
      valueLengths[i] = lengthOf(records.get(i).value());
      headers[i] = HeaderBytes.packed(records.get(i).headers());
      headerLengths[i] = headers[i].length;
      timestamps[i] = records.get(i).timestamp();
    }
    Scratch scratch = new Scratch(longestChunk());
    for (int first = 0; first < offsets.length; first = chunks.get(chunks.size() - 1).end) {
      chunks.add(chunk(records, headers, first, scratch));
    }
  }

  /** Room to pack in, the same for all chunks of a batch: it is larger than what is kept. */
  private record Scratch(byte[] plain, byte[] compressed) {

    Scratch(int bytes) {
      this(new byte[bytes], new byte[LZ4.fastCompressor().maxCompressedLength(bytes)]);
    }

    byte[] compress(int bytes) {
      return Arrays.copyOf(compressed, LZ4.fastCompressor().compress(plain, 0, bytes, compressed, 0, compressed.length));
    }
  }

  private int longestChunk() {
    long all = IntStream.range(0, offsets.length).mapToLong(this::bytesOf).sum();
    int longest = IntStream.range(0, offsets.length).map(this::bytesOf).max().orElse(0);
    return Math.max(longest, (int) Math.min(all, CHUNK_BYTES));
  }

  private static int lengthOf(byte[] part) {
    return part == null ? NULL : part.length;
  }

  private Chunk chunk(List<ConsumerRecord<byte[], byte[]>> records, byte[][] headers, int first, Scratch scratch) {
    int end = first;
    int bytes = 0;
    while (end < offsets.length && (bytes == 0 || bytes + bytesOf(end) <= CHUNK_BYTES)) {
      bytes += bytesOf(end++);
    }
    int at = 0;
    for (int i = first; i < end; i++) {
      at = copy(records.get(i).key(), scratch.plain, at);
      at = copy(records.get(i).value(), scratch.plain, at);
      at = copy(headers[i], scratch.plain, at);
    }
    return new Chunk(first, end, bytes, scratch.compress(bytes));
  }

  private int bytesOf(int record) {
    return Math.max(0, keyLengths[record]) + Math.max(0, valueLengths[record]) + headerLengths[record];
  }

  private static int copy(byte[] part, byte[] to, int at) {
    if (part == null) {
      return at;
    }
    System.arraycopy(part, 0, to, at, part.length);
    return at + part.length;
  }

  /** The record of that offset, if it is one of these. */
  public Optional<ConsumerRecord<byte[], byte[]>> at(long offset) {
    int found = Arrays.binarySearch(offsets, offset);
    return found < 0 ? Optional.empty() : Optional.of(record(found));
  }

  private ConsumerRecord<byte[], byte[]> record(int number) {
    Chunk chunk = chunks.stream().filter(one -> number < one.end).findFirst().orElseThrow();
    return record(number, unpacked(chunk), IntStream.range(chunk.first, number).map(this::bytesOf).sum());
  }

  private ConsumerRecord<byte[], byte[]> record(int number, byte[] plain, int from) {
    byte[] key = part(plain, from, keyLengths[number]);
    int valueAt = from + Math.max(0, keyLengths[number]);
    byte[] value = part(plain, valueAt, valueLengths[number]);
    int headersAt = valueAt + Math.max(0, valueLengths[number]);
    Headers headers = HeaderBytes.unpacked(part(plain, headersAt, headerLengths[number]));
    return new ConsumerRecord<>(
        partition.topic(), partition.partition(), offsets[number], timestamps[number], TimestampType.CREATE_TIME,
        lengthOf(key), lengthOf(value), key, value, headers, Optional.empty());
  }

  private static byte[] part(byte[] plain, int from, int length) {
    return length == NULL ? null : Arrays.copyOfRange(plain, from, from + length);
  }

  private static byte[] unpacked(Chunk chunk) {
    return LZ4.safeDecompressor().decompress(chunk.compressed, chunk.bytes);
  }

  public Stream<ConsumerRecord<byte[], byte[]>> all() {
    return chunks.stream().flatMap(this::all);
  }

  private Stream<ConsumerRecord<byte[], byte[]>> all(Chunk chunk) {
    byte[] plain = unpacked(chunk);
    List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>(chunk.end - chunk.first);
    int from = 0;
    for (int number = chunk.first; number < chunk.end; number++) {
      records.add(record(number, plain, from));
      from += bytesOf(number);
    }
    return records.stream();
  }
}
