package kongo.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.Callable;
import kongo.local.Progress;
import picocli.CommandLine.Help.Ansi;

/** Prints what a start has done, one line a step, with the seconds it took. */
final class ProgressSteps implements Progress {

  private final PrintWriter out;
  private final Ansi ansi;

  ProgressSteps(PrintWriter out, Ansi ansi) {
    this.out = out;
    this.ansi = ansi;
  }

  @Override
  public synchronized void done(String step, Duration took) {
    out.printf(Locale.ROOT, "%s%s%n", ansi.string("@|green  ok|@  "), "%-60s %6.1f s".formatted(step, took.toMillis() / 1000.0));
    out.flush();
  }

  <T> T time(String step, Callable<T> work) throws Exception {
    var begin = Instant.now();
    T result = work.call();
    done(step, Duration.between(begin, Instant.now()));
    return result;
  }
}
