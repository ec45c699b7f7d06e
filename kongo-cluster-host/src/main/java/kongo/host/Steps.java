package kongo.host;

import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The steps of a start, each told with the time that it took. */
final class Steps {

  private static final Logger LOG = LoggerFactory.getLogger(KongoNode.class);
  private static final String START = "start";

  private final long begun = System.nanoTime();
  private final Readiness readiness;

  Steps(Readiness readiness) {
    this.readiness = readiness;
    readiness.await(START, "beginning");
  }

  <T> T run(String step, Supplier<T> work) {
    readiness.await(START, step);
    long from = System.nanoTime();
    T result = work.get();
    LOG.info("{} ({})", step, seconds(from));
    return result;
  }

  void run(String step, Runnable work) {
    run(step, () -> {
      work.run();
      return step;
    });
  }

  void done() {
    readiness.fulfil(START);
    LOG.info("Started in {}", seconds(begun));
  }

  private static String seconds(long from) {
    return "%.1f s".formatted((System.nanoTime() - from) / 1e9);
  }
}
