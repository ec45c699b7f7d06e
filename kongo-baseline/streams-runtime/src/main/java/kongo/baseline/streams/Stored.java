package kongo.baseline.streams;

import java.util.Map;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/** How things are stored: in RocksDB behind a cache, with a changelog topic to recover from. */
final class Stored {

  static final Serde<String> TEXT = Serdes.String();
  static final Serde<byte[]> BYTES = Serdes.ByteArray();

  private Stored() {}

  static <V> StoreBuilder<?> durably(String name, Serde<V> value) {
    return Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(name), TEXT, value).withCachingEnabled().withLoggingEnabled(Map.of());
  }
}
