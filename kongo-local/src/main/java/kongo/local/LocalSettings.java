package kongo.local;

import java.nio.file.Path;

/**
 * Where local stores keep their data, whether they begin empty, their address and their ports.
 *
 * @param host the address that they listen on
 * @param kafkaPort 0: the one used before, else any free one; so for Cassandra
 * @param cache what the stores' JVMs have to do with what earlier ones left behind
 */
public record LocalSettings(Path data, boolean fresh, String host, int kafkaPort, int cassandraPort, Progress progress, CacheUse cache) {

  private static final String LOOPBACK = "127.0.0.1";

  public LocalSettings {
    data = data.toAbsolutePath().normalize();
  }

  public static LocalSettings in(Path data) {
    return new LocalSettings(data, false, LOOPBACK, 0, 0, Progress.NONE, CacheUse.USE);
  }

  public LocalSettings withFresh(boolean wipe) {
    return new LocalSettings(data, wipe, host, kafkaPort, cassandraPort, progress, cache);
  }

  public LocalSettings withPorts(int kafka, int cassandra) {
    return new LocalSettings(data, fresh, host, kafka, cassandra, progress, cache);
  }

  /** For clients in other network namespaces; loopback reaches nobody there. */
  public LocalSettings withHost(String address) {
    return new LocalSettings(data, fresh, address, kafkaPort, cassandraPort, progress, cache);
  }

  public LocalSettings withProgress(Progress listener) {
    return new LocalSettings(data, fresh, host, kafkaPort, cassandraPort, listener, cache);
  }

  /** Of both stores. */
  public LocalSettings withCache(CacheUse use) {
    return new LocalSettings(data, fresh, host, kafkaPort, cassandraPort, progress, use);
  }
}
