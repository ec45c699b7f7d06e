package kongo.drill;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A disk of its own for Cassandra's data, small enough to be filled. */
final class SmallDisk implements Ground {

  private static final int MEBIBYTES = 900;

  private Path disk = Path.of("");

  @Override
  public Optional<String> refused() {
    String problem = Shell.attempt("d=$(mktemp -d) && mount -t tmpfs -o size=1m tmpfs $d && umount $d && rmdir $d");
    return problem.isEmpty() ? Optional.empty() : Optional.of("this machine does not let us mount a tmpfs (root is needed): " + problem);
  }

  @Override
  public void prepare(Path folder) {
    disk = folder.resolve("cassandra");
    try {
      Files.createDirectories(disk);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Shell.run("mount -t tmpfs -o size=%dm %s %s".formatted(MEBIBYTES, Leftovers.ownName(), disk));
  }

  /** Leaves no byte free. */
  void fill() throws IOException {
    byte[] block = new byte[64 * 1024];
    try (OutputStream out = Files.newOutputStream(filler())) {
      while (true) {
        out.write(block);
      }
    } catch (IOException full) {
      if (disk.toFile().getUsableSpace() > 1 << 20) {
        throw full;
      }
    }
  }

  void makeRoom() throws IOException {
    Files.deleteIfExists(filler());
  }

  private Path filler() {
    return disk.resolve("filler");
  }

  @Override
  public void close() {
    Shell.attempt("umount " + disk);
  }
}
