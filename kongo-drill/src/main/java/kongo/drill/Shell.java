package kongo.drill;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Runs the system's own commands. */
final class Shell {

  private Shell() {}

  /** Returns when it has succeeded; fails with what it says. */
  static void run(String line) {
    String problem = attempt(line);
    if (!problem.isEmpty()) {
      throw new IllegalStateException(line + ": " + problem);
    }
  }

  /** What it says if it fails, else nothing. */
  static String attempt(String line) {
    try {
      Process process = new ProcessBuilder("/bin/sh", "-c", line).redirectErrorStream(true).start();
      process.getOutputStream().close();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
      int status = process.waitFor();
      return status == 0 ? "" : "status %d %s".formatted(status, said);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "interrupted";
    }
  }
}
