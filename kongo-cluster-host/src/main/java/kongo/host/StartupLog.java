package kongo.host;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The steps of a start, each told with the time that it took; they are taken on several threads at once. */
final class StartupLog {

  private static final Logger LOG = LoggerFactory.getLogger(KongoNode.class);
  private static final String START = "start";

  private final long begun = System.nanoTime();
  private final Readiness readiness;
  private final Set<String> open = new LinkedHashSet<>();
  private boolean done;

  StartupLog(Readiness readiness) {
    this.readiness = readiness;
    readiness.require(START, this::missing);
  }

  /** The steps still open, in the order of their begin. */
  private synchronized Optional<String> missing() {
    if (done) {
      return Optional.empty();
    }
    return Optional.of(open.isEmpty() ? "between two steps" : String.join(", ", open));
  }

  <T> T run(String step, Supplier<T> work) {
    note(step, true);
    long from = System.nanoTime();
    try {
      T result = work.get();
      LOG.info("{} ({})", step, seconds(from));
      return result;
    } finally {
      note(step, false);
    }
  }

  void run(String step, Runnable work) {
    run(step, () -> {
      work.run();
      return step;
    });
  }

  private synchronized void note(String step, boolean begins) {
    if (begins) {
      open.add(step);
    } else {
      open.remove(step);
    }
  }

  void done() {
    synchronized (this) {
      done = true;
    }
    LOG.info("Started in {}", seconds(begun));
  }

  private static String seconds(long from) {
    return "%.1f s".formatted((System.nanoTime() - from) / 1e9);
  }
}
