package kongo.local;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** A small file in a data folder, for its owner alone: a reader finds the whole of what was written last, or what was there before. */
public final class KeptFile {

  private static final String REMEDY = "move it out of the way, or start with --fresh, which deletes the kept data";

  private final Path path;

  public KeptFile(Path path) {
    this.path = path;
  }

  public Path path() {
    return path;
  }

  /** Nothing if it is not there; a failure that names it if it cannot be read. Bytes that are no text are taken for some. */
  public Optional<String> text() {
    try {
      return Files.exists(path) ? Optional.of(new String(Files.readAllBytes(path), StandardCharsets.UTF_8)) : Optional.empty();
    } catch (IOException e) {
      throw problem(e);
    }
  }

  /** The same for what can be done without: what cannot be read counts as not there. */
  Optional<String> textIfReadable() {
    try {
      return text();
    } catch (LocalFailure unreadable) {
      return Optional.empty();
    }
  }

  public void write(String text) {
    var fresh = path.resolveSibling(path.getFileName() + ".new");
    try {
      Files.deleteIfExists(fresh);
      OwnerOnly.file(fresh);
      try (var channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
        writeAll(channel, text);
      }
      Files.move(fresh, path, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw problem(e);
    }
  }

  private LocalFailure problem(IOException e) {
    return FileProblem.of(path, e, e instanceof AccessDeniedException ? "give another --data folder" : REMEDY);
  }

  private static void writeAll(FileChannel channel, String text) throws IOException {
    var bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
    // Moved before its bytes are on the disk, a power cut leaves it empty.
    channel.force(true);
  }

  public void delete() {
    try {
      Files.deleteIfExists(path);
    } catch (IOException e) {
      throw problem(e);
    }
  }
}
