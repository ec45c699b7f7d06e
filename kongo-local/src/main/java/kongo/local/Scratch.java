package kongo.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** Folders for temporary files, such as the native libraries that compression unpacks: one of each process, so that what a killed one leaves is found and removed. */
public final class Scratch {

  private static final String PROPERTY = "java.io.tmpdir";
  private static final Pattern NAME = Pattern.compile("kongo-(\\d{1,18})-(\\d{1,18})");

  private Scratch() {}

  /** The flag that gives a child its folder in the data folder, which is emptied. */
  static String flag(Path data, String name) {
    var folder = data.resolve("tmp").resolve(name);
    try {
      OwnerOnly.folder(folder.getParent());
      Trees.delete(folder);
      return "-D" + PROPERTY + "=" + OwnerOnly.folder(folder);
    } catch (IOException e) {
      throw FileProblem.of(folder, e, "move it out of the way, or start with --fresh, which deletes the kept data");
    }
  }

  /** Gives this process a folder of its own until it ends, and removes those of processes that were killed; to be called before anything is unpacked. */
  public static void ofThisProcess() {
    var temporary = Path.of(System.getProperty(PROPERTY));
    try {
      sweep(temporary);
      var me = KnownProcess.current();
      var mine = OwnerOnly.folder(temporary.resolve("kongo-%d-%d".formatted(me.pid(), me.startedMillis())));
      System.setProperty(PROPERTY, mine.toString());
      Runtime.getRuntime().addShutdownHook(new Thread(() -> discard(mine), "scratch"));
    } catch (IOException e) {
      // Without a folder of its own it unpacks where everyone does, or is told there that it cannot.
      return;
    }
  }

  static void sweep(Path temporary) throws IOException {
    try (var all = Files.list(temporary)) {
      all.filter(Scratch::isOrphan).forEach(Scratch::discard);
    }
  }

  private static boolean isOrphan(Path folder) {
    var parts = NAME.matcher(folder.getFileName().toString());
    return parts.matches() && new KnownProcess(Long.parseLong(parts.group(1)), Long.parseLong(parts.group(2))).alive().isEmpty();
  }

  private static void discard(Path folder) {
    try {
      Trees.delete(folder);
    } catch (IOException e) {
      // Another user's, or in use: the next process tries again.
      return;
    }
  }
}
