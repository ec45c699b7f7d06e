package kongo.simulator;

import java.io.PrintStream;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.TimeUnit;

/** Tells once a second how far a run is. */
public interface Progress {

  Progress SILENT =
      new Progress() {
        @Override
        public void sent(SimulatedRecord record, long acknowledged) {}

        @Override
        public void finished(long acknowledged) {}
      };

  void sent(SimulatedRecord record, long acknowledged);

  void finished(long acknowledged);

  static Progress lines(PrintStream out) {
    return new Lines(out);
  }

  /** Calls the second after the first. */
  default Progress and(Progress second) {
    Progress first = this;
    return new Progress() {
      @Override
      public void sent(SimulatedRecord record, long acknowledged) {
        first.sent(record, acknowledged);
        second.sent(record, acknowledged);
      }

      @Override
      public void finished(long acknowledged) {
        first.finished(acknowledged);
        second.finished(acknowledged);
      }
    };
  }

  /** One line of text per second. */
  final class Lines implements Progress {

    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    private final PrintStream out;
    private final long begun = System.nanoTime();
    private long printed = begun;
    private long acknowledgedThen;

    private Lines(PrintStream out) {
      this.out = out;
    }

    @Override
    public void sent(SimulatedRecord record, long acknowledged) {
      long now = System.nanoTime();
      if (now - printed >= SECOND) {
        double rate = (acknowledged - acknowledgedThen) * (double) SECOND / (now - printed);
        Instant time = Instant.ofEpochMilli(record.sendAt()).truncatedTo(ChronoUnit.SECONDS);
        out.printf("simulate: %,d sent, %,.0f/s, event time %s%n", acknowledged, rate, time);
        printed = now;
        acknowledgedThen = acknowledged;
      }
    }

    @Override
    public void finished(long acknowledged) {
      double seconds = (System.nanoTime() - begun) / (double) SECOND;
      out.printf("simulate: %,d sent in %.1f s, %,.0f/s%n", acknowledged, seconds, acknowledged / seconds);
    }
  }
}
