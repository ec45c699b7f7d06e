package kongo.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;

/** A data folder that belongs to this process until it is closed or the process ends. */
final class DataFolder implements AutoCloseable {

  private static final String LOCK = "kongo.lock";

  private final Path path;
  private final FileChannel lock;

  private DataFolder(Path path, FileChannel lock) {
    this.path = path;
    this.lock = lock;
  }

  static DataFolder own(Path path) {
    try {
      Files.createDirectories(path);
      var channel = FileChannel.open(path.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (!locked(channel)) {
        channel.close();
        throw new LocalFailure("%s is in use by another Kongo: end that with ./kongo stop, or give another --data folder.".formatted(path));
      }
      return new DataFolder(path, channel);
    } catch (IOException e) {
      throw new LocalFailure("%s cannot be used as data folder: %s".formatted(path, e), e);
    }
  }

  /** Whether nobody owns it at this moment. */
  static boolean unused(Path path) {
    try (var channel = FileChannel.open(path.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      return locked(channel);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean locked(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      return false;
    }
  }

  Path path() {
    return path;
  }

  /** Deletes what the stores left there: their data, configuration, logs and ports. */
  void wipe(String... names) {
    for (var name : names) {
      delete(path.resolve(name));
    }
  }

  private static void delete(Path tree) {
    if (!Files.exists(tree)) {
      return;
    }
    try (var paths = Files.walk(tree)) {
      for (var each : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(each);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      lock.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
