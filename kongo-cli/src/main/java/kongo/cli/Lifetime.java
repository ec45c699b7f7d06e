package kongo.cli;

import java.util.ArrayDeque;
import java.util.Deque;

/** What a command has started, closed in reverse order when the command ends, be it by itself or by Ctrl-C. */
final class Lifetime implements AutoCloseable {

  private final Deque<AutoCloseable> parts = new ArrayDeque<>();
  private final Thread hook = new Thread(this::closeParts, "lifetime");
  private volatile boolean closing;

  Lifetime() {
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /** Takes over what was started; closes it at once when the end has begun already. */
  <T extends AutoCloseable> T add(T part) {
    synchronized (parts) {
      if (!closing) {
        parts.push(part);
        return part;
      }
    }
    close(part);
    return part;
  }

  /** Whether the end has begun: what fails from now on need not be told. */
  boolean closing() {
    return closing;
  }

  @Override
  public void close() {
    closeParts();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The process is ending already: the hook runs, or has run.
      return;
    }
  }

  private void closeParts() {
    synchronized (parts) {
      closing = true;
      while (!parts.isEmpty()) {
        close(parts.pop());
      }
    }
  }

  private static void close(AutoCloseable part) {
    try {
      part.close();
    } catch (Exception e) {
      System.err.println("At the end: " + e);
    }
  }
}
