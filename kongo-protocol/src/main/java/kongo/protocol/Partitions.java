package kongo.protocol;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;

/** Which partition a key belongs to, by the hash of Kafka's own default partitioner. */
public final class Partitions {

  private Partitions() {}

  public static int of(String key, int count) {
    return BuiltInPartitioner.partitionForKey(key.getBytes(StandardCharsets.UTF_8), count);
  }

  /** Whether a record with that key is where Kafka's default partitioner puts it; other partitioners put it elsewhere. */
  public static boolean isDefault(byte[] key, int partition, int count) {
    return BuiltInPartitioner.partitionForKey(key, count) == partition;
  }
}
