package kongo.local;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.Optional;

/** What is the matter with a file, in words instead of the name of an exception. */
public final class FileProblem {

  private static final String FULL = "no space is left on the disk";
  private static final String READ_ONLY = "the disk is read-only";

  private FileProblem() {}

  /** A sentence that names the file, what is the matter with it, and what to do. */
  public static LocalFailure of(Path file, IOException problem, String remedy) {
    return new LocalFailure("%s: %s; %s.".formatted(place(file, problem), words(problem), remedyOfDisk(problem).orElse(remedy)), problem);
  }

  private static Optional<String> remedyOfDisk(IOException problem) {
    return switch (words(problem)) {
      case FULL -> Optional.of("make room, or use another disk");
      case READ_ONLY -> Optional.of("use another disk, such as by another --data folder");
      default -> Optional.empty();
    };
  }

  /** Only the file that the problem names itself, and what is the matter with it. */
  public static String told(FileSystemException problem) {
    return problem.getFile() + ": " + words(problem);
  }

  public static String words(IOException problem) {
    if (problem instanceof NoSuchFileException) {
      return "there is no such file";
    }
    if (problem instanceof AccessDeniedException) {
      return "this user (%s) may not use it".formatted(System.getProperty("user.name"));
    }
    if (problem instanceof FileAlreadyExistsException || problem instanceof NotDirectoryException) {
      return "a file is where a folder has to be";
    }
    if (problem instanceof DirectoryNotEmptyException) {
      return "a folder is where a file has to be";
    }
    return problem instanceof FileSystemException known && known.getReason() != null ? reason(known.getReason()) : message(problem);
  }

  private static String reason(String reason) {
    return switch (reason) {
      case "Is a directory" -> "a folder is where a file has to be";
      case "Not a directory" -> "a file is where a folder has to be";
      case "Operation not permitted", "Permission denied" -> "this user (%s) may not use it".formatted(System.getProperty("user.name"));
      case "No space left on device" -> FULL;
      case "Read-only file system" -> READ_ONLY;
      default -> reason;
    };
  }

  private static String message(IOException problem) {
    if (problem.getMessage() == null) {
      return problem.getClass().getSimpleName();
    }
    // Streams say where and why in one text: "/a/b (Is a directory)".
    var text = problem.getMessage();
    return problem instanceof FileNotFoundException && text.endsWith(")") ? reason(text.substring(text.lastIndexOf('(') + 1, text.length() - 1)) : reason(text);
  }

  private static Path place(Path file, IOException problem) {
    boolean above = problem instanceof FileSystemException known && known.getFile() != null && file.startsWith(known.getFile());
    return above && !Files.isDirectory(file) ? Path.of(((FileSystemException) problem).getFile()) : file;
  }
}
