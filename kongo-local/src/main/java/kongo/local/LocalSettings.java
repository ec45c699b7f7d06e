package kongo.local;

import java.nio.file.Path;

/** Where local stores keep their data, whether they begin empty, and their ports; port 0 means: the one used before, else any free one. */
public record LocalSettings(Path data, boolean fresh, int kafkaPort, int cassandraPort, Progress progress) {

  public LocalSettings {
    data = data.toAbsolutePath().normalize();
  }

  public static LocalSettings in(Path data) {
    return new LocalSettings(data, false, 0, 0, Progress.NONE);
  }

  public LocalSettings withFresh(boolean wipe) {
    return new LocalSettings(data, wipe, kafkaPort, cassandraPort, progress);
  }

  public LocalSettings withPorts(int kafka, int cassandra) {
    return new LocalSettings(data, fresh, kafka, cassandra, progress);
  }

  public LocalSettings withProgress(Progress listener) {
    return new LocalSettings(data, fresh, kafkaPort, cassandraPort, listener);
  }
}
