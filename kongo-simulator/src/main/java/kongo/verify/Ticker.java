package kongo.verify;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Passes on a line of progress every two seconds, however often there is news. */
public final class Ticker {

  private static final long EVERY = Duration.ofSeconds(2).toNanos();

  private final Consumer<String> lines;
  private final AtomicLong next;

  public Ticker(Consumer<String> lines) {
    this(lines, Duration.ZERO);
  }

  /** @param silence before the first line: what is done by then needs none */
  public Ticker(Consumer<String> lines, Duration silence) {
    this.lines = lines;
    this.next = new AtomicLong(System.nanoTime() + silence.toNanos());
  }

  public void say(Supplier<String> line) {
    long due = next.get();
    long now = System.nanoTime();
    if (now - due >= 0 && next.compareAndSet(due, now + EVERY)) {
      lines.accept(line.get());
    }
  }
}
