package kongo.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.apache.kafka.common.KafkaException;

/** Shows {@link LiveFigures} while they change: in place on a terminal, as a line every few seconds elsewhere. */
final class LiveView {

  private static final Duration POLL = Duration.ofMillis(200);
  private static final Duration REDRAW = Duration.ofSeconds(1);
  private static final Duration PLAIN_LINE = Duration.ofSeconds(5);
  private static final int NOTICES = 4;

  private final PrintWriter out;
  private final boolean drawable;
  private final LiveFigures figures = new LiveFigures();
  private final Deque<String> notices = new ArrayDeque<>();
  private final Instant begin = Instant.now();
  private int drawn;

  LiveView(PrintWriter out, boolean drawable) {
    this.out = out;
    this.drawable = drawable;
  }

  /** Something that happened and must be seen, such as a node that ended; from any thread. */
  void notice(String sentence) {
    synchronized (notices) {
      notices.addLast(sentence);
      if (notices.size() > NOTICES) {
        notices.removeFirst();
      }
    }
    if (!drawable) {
      out.println("! " + sentence);
      out.flush();
    }
  }

  /** Until the time is over, or until it shall not go on. */
  void show(LiveSource source, RunTime time, BooleanSupplier goOn) {
    var next = Instant.now();
    while (!time.isOver(Instant.now()) && goOn.getAsBoolean()) {
      refresh(() -> source.poll(POLL));
      if (!time.hasBegun()) {
        refresh(source::measure);
        time.seen(figures.inputRecords(), Instant.now());
      }
      if (!Instant.now().isBefore(next)) {
        refresh(source::measure);
        draw();
        next = Instant.now().plus(drawable ? REDRAW : PLAIN_LINE);
      }
    }
    draw();
  }

  LiveFigures figures() {
    return figures;
  }

  private void refresh(Runnable reading) {
    try {
      reading.run();
    } catch (KafkaException e) {
      // Kafka may be down or held still on purpose: what is known stays on the screen.
      notice("Kafka does not answer: " + e.getMessage());
    }
  }

  private void draw() {
    var running = Duration.between(begin, Instant.now());
    long now = System.currentTimeMillis();
    if (drawable) {
      var lines = LiveText.screen(figures, running, now, Terminal.columns(), noticed());
      // What is above the first row of the terminal cannot be drawn over.
      drawInPlace(lines.subList(0, Math.min(lines.size(), Math.max(1, Terminal.rows() - 1))));
    } else {
      out.println(LiveText.line(figures, running, now));
      figures.latest().stream().findFirst().ifPresent(sentence -> out.println("       " + sentence));
    }
    out.flush();
  }

  private void drawInPlace(List<String> lines) {
    if (drawn > 0) {
      out.print("\033[" + drawn + "A\033[J");
    }
    lines.forEach(out::println);
    drawn = lines.size();
  }

  private List<String> noticed() {
    synchronized (notices) {
      return List.copyOf(notices);
    }
  }
}
