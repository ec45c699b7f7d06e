package kongo.local;

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
      var target = Path.of(System.getProperty("basedir", "."), "target");
      return LocalStores.start(LocalSettings.in(target.resolve("stores-" + ProcessHandle.current().pid())).withFresh(true));
    }
  }
}
