package kongo.local;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A data folder that belongs to this process until it is closed or the process ends; its lock file names the owner. */
public final class DataFolder implements AutoCloseable {

  private static final String LOCK = "kongo.lock";
  private static final String REMEDY = "give another --data folder";

  // The system's locks are the process's: any channel that is closed on the file gives up the lock of all of them.
  private static final Set<Path> OWNED = ConcurrentHashMap.newKeySet();

  private final Path path;
  private final FileChannel lock;

  private DataFolder(Path path, FileChannel lock) {
    this.path = path;
    this.lock = lock;
  }

  static DataFolder own(Path path) {
    require(path);
    if (!OWNED.add(path)) {
      throw inUse(path);
    }
    try {
      return new DataFolder(path, locked(path));
    } catch (IOException e) {
      OWNED.remove(path);
      throw FileProblem.of(path.resolve(LOCK), e, REMEDY);
    } catch (LocalFailure e) {
      OWNED.remove(path);
      throw e;
    }
  }

  private static void require(Path path) {
    if (path.toString().contains(",")) {
      throw new LocalFailure("%s: Kafka takes a comma in the name of its folder for the end of it; %s.".formatted(path, REMEDY));
    }
    try {
      OwnerOnly.folderUnlessThere(path);
    } catch (IOException e) {
      throw FileProblem.of(path, e, REMEDY);
    }
  }

  private static FileChannel locked(Path path) throws IOException {
    var file = path.resolve(LOCK);
    if (Files.exists(file, LinkOption.NOFOLLOW_LINKS) && !Files.isRegularFile(file)) {
      // It was never ours, and would hold up everything, --fresh included; if it holds something, that is told instead.
      Files.delete(file);
    }
    var channel = FileChannel.open(OwnerOnly.file(file), StandardOpenOption.WRITE);
    if (channel.tryLock() == null) {
      channel.close();
      throw inUse(path);
    }
    channel.truncate(0).write(ByteBuffer.wrap(KnownProcess.current().toText().getBytes(StandardCharsets.UTF_8)));
    return channel;
  }

  private static LocalFailure inUse(Path path) {
    return new LocalFailure("%s is in use by another Kongo: end that with ./kongo stop, or give another --data folder.".formatted(path));
  }

  /** Whether nobody owns it at this moment; a folder that cannot be looked into is owned by somebody. */
  public static boolean unused(Path path) {
    var file = path.resolve(LOCK);
    if (OWNED.contains(path)) {
      return false;
    }
    if (!Files.isRegularFile(file)) {
      return true;
    }
    // A shared lock needs no right to write, and is refused beside the owner's.
    try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
      return channel.tryLock(0, Long.MAX_VALUE, true) != null;
    } catch (AccessDeniedException e) {
      return false;
    } catch (IOException e) {
      throw FileProblem.of(file, e, REMEDY);
    }
  }

  /** The process that owns it now, as far as it can be known. */
  public static Optional<KnownProcess> owner(Path path) {
    return unused(path) ? Optional.empty() : new KeptFile(path.resolve(LOCK)).textIfReadable().flatMap(KnownProcess::parse);
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
    try {
      Trees.delete(tree);
    } catch (IOException e) {
      throw FileProblem.of(tree, e, "delete it by hand, or " + REMEDY);
    }
  }

  @Override
  public void close() {
    OWNED.remove(path);
    try {
      lock.close();
    } catch (IOException e) {
      throw FileProblem.of(path.resolve(LOCK), e, REMEDY);
    }
  }
}
