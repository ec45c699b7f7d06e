package kongo.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** Folders and files that nobody but their owner may read: data and logs hold what was sent. */
public final class OwnerOnly {

  private static final String FOLDER = "rwx------";
  private static final String FILE = "rw-------";

  private OwnerOnly() {}

  /** Makes a folder of ours, or makes it private that is there. */
  public static Path folder(Path folder) throws IOException {
    Files.createDirectories(folder, attribute(folder, FOLDER));
    return restrict(folder, FOLDER);
  }

  /** Makes a folder, and those above it that are missing; leaves one alone that is there: it may be anyone's. */
  static Path folderUnlessThere(Path folder) throws IOException {
    return Files.createDirectories(folder, attribute(folder, FOLDER));
  }

  /** Makes the file unless it is there, and makes it private. */
  public static Path file(Path file) throws IOException {
    if (!Files.exists(file)) {
      Files.createFile(file, attribute(file, FILE));
    }
    return restrict(file, FILE);
  }

  private static Path restrict(Path path, String permissions) throws IOException {
    return isPosix(path) ? Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions)) : path;
  }

  private static FileAttribute<?>[] attribute(Path path, String permissions) {
    return isPosix(path) ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))} : new FileAttribute<?>[0];
  }

  private static boolean isPosix(Path path) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix");
  }
}
