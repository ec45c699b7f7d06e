package kongo.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.function.Consumer;

/** What full disks, power cuts, other programs and people do to a file. */
enum Damage {
  EMPTY(file -> write(file, "")),
  GARBAGE(file -> write(file, new byte[] {(byte) 0xff, 0, (byte) 0xc3, 10, 92, 117, 52, 50, (byte) 0xfe})),
  ONE(file -> write(file, "1")),
  WORD(file -> write(file, "garbage")),
  NEGATIVE(file -> write(file, "-5 -5")),
  HUGE(file -> write(file, "99999999999999999999999 99999999999999999999999")),
  BRACE(file -> write(file, "{\"launcher\":{\"pid\":1,")),
  NULL(file -> write(file, "null")),
  PORTS(file -> write(file, "kafka=abc\ncassandra=-5\nkafka-controller=99999999\ncassandra-storage=\\u00zz\n")),
  WRONG_PORTS(file -> write(file, "kafka=99999999\ncassandra=0\nkafka-controller=65536\n")),
  FOLDER(Damage::folder),
  FULL_FOLDER(file -> write(folder(file).resolve("something"), "in it")),
  LINK_TO_NOTHING(Damage::link),
  HALF_WRITTEN_BESIDE(file -> write(file.resolveSibling(file.getFileName() + ".new"), "{\"lau")),
  FOLDER_BESIDE(file -> folder(file.resolveSibling(file.getFileName() + ".new"))),
  READ_ONLY(file -> {
    write(file, "1 1");
    file.toFile().setReadOnly();
  });

  private final Consumer<Path> deed;

  Damage(Consumer<Path> deed) {
    this.deed = deed;
  }

  /** Puts it in place of the file, whatever is there. */
  void inflict(Path file) {
    remove(file);
    deed.accept(file);
  }

  private static void write(Path file, String text) {
    write(file, text.getBytes(StandardCharsets.UTF_8));
  }

  private static void write(Path file, byte[] bytes) {
    try {
      Files.createDirectories(file.getParent());
      Files.write(file, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path folder(Path file) {
    try {
      return Files.createDirectories(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void link(Path file) {
    try {
      Files.createDirectories(file.getParent());
      Files.createSymbolicLink(file, Path.of("nothing"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void remove(Path file) {
    if (!Files.exists(file)) {
      return;
    }
    try (var all = Files.walk(file)) {
      for (var each : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(each);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
