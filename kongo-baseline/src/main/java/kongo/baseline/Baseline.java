package kongo.baseline;

import java.nio.file.Path;
import java.util.List;
import kongo.local.RuntimeClassPath;

/** What a user would write instead of Kongo. */
public enum Baseline {

  /** A loop around a KafkaConsumer, with hash maps and nothing durable. */
  PLAIN(PlainConsumer.class.getName()) {
    @Override
    List<String> classPath() {
      return List.of(System.getProperty("java.class.path").split(java.io.File.pathSeparator));
    }
  },

  /** A Kafka Streams application with its state in RocksDB and in changelog topics. */
  STREAMS("kongo.baseline.streams.StreamsApplication") {
    @Override
    List<String> classPath() {
      return RuntimeClassPath.ofModule(Path.of("kongo-baseline", "streams-runtime"));
    }
  };

  private final String mainClass;

  Baseline(String mainClass) {
    this.mainClass = mainClass;
  }

  String mainClass() {
    return mainClass;
  }

  /** As in its result. */
  public String label() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }

  abstract List<String> classPath();
}
