package kongo.local;

import java.nio.file.Files;
import java.nio.file.Path;

/** One Kafka and one Cassandra for all tests of a JVM: started empty at first use below target/, gone with the JVM. */
public final class SharedStores {

  private SharedStores() {}

  public static LocalStores get() {
    return Holder.STORES;
  }

  private static final class Holder {
    private static final LocalStores STORES = start();

    private static LocalStores start() {
      var basedir = Path.of(System.getProperty("basedir", "."));
      for (int i = 1; i < 10; i++) {
        var folder = basedir.resolve("target").resolve("stores-" + i);
        if (!Files.isDirectory(folder) || DataFolder.unused(folder)) {
          return LocalStores.start(LocalSettings.in(folder).withFresh(true));
        }
      }
      throw new LocalFailure("Nine test runs use stores below %s already.".formatted(basedir));
    }
  }
}
