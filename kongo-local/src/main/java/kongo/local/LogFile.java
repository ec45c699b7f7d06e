package kongo.local;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** The log of a child process: appended to by every start, set aside once when it has grown. */
final class LogFile {

  private static final long SET_ASIDE_BYTES = 16 << 20;
  private static final long TAIL_BYTES = 16 << 10;

  private final Path path;
  private final long begin;

  private LogFile(Path path, long begin) {
    this.path = path;
    this.begin = begin;
  }

  static LogFile open(Path path) {
    try {
      OwnerOnly.folder(path.getParent());
      if (Files.isRegularFile(path) && Files.size(path) > SET_ASIDE_BYTES) {
        Files.move(path, path.resolveSibling(path.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
      }
      return new LogFile(regular(OwnerOnly.file(path)), Files.size(path));
    } catch (IOException e) {
      throw FileProblem.of(path, e, "move it out of the way, or start with --fresh, which deletes the kept logs");
    }
  }

  private static Path regular(Path path) throws IOException {
    if (!Files.isRegularFile(path)) {
      throw new FileSystemException(path.toString(), null, "Is a directory");
    }
    return path;
  }

  Path path() {
    return path;
  }

  /** The last lines since this start, oldest first, without the frames of stack traces. */
  List<String> lastLines(int lines) {
    try (var file = new RandomAccessFile(path.toFile(), "r")) {
      long from = Math.max(begin, file.length() - TAIL_BYTES);
      var bytes = new byte[(int) (file.length() - from)];
      file.seek(from);
      file.readFully(bytes);
      var all = new String(bytes, StandardCharsets.UTF_8).lines().filter(LogFile::tells).toList();
      return all.subList(Math.max(0, all.size() - lines), all.size());
    } catch (IOException e) {
      return List.of("(no log: " + e.getMessage() + ")");
    }
  }

  private static boolean tells(String line) {
    return !line.isBlank() && !line.startsWith("\tat ") && !line.startsWith("\t... ");
  }
}
