package kongo.bench;

import java.util.ArrayList;
import java.util.List;

/** How many records were done when, from a first moment on, and what CPU that had taken. */
final class Timeline {

  /** Before it a JVM still compiles what it runs, behind it partitions are empty. */
  private static final double PLATEAU_FROM = 0.4;

  private static final double PLATEAU_TO = 0.95;

  private record Moment(double seconds, long done, double cpuSeconds) {}

  private final List<Moment> moments = new ArrayList<>();

  void add(double seconds, long done, double cpuSeconds) {
    moments.add(new Moment(seconds, done, cpuSeconds));
  }

  double seconds() {
    return last().seconds - first().seconds;
  }

  /** Records per second while neither the start nor the end disturb; the rate of the whole where it is too short to tell. */
  double plateauRate() {
    Moment from = begin();
    Moment to = end();
    return to.seconds > from.seconds ? (to.done - from.done) / (to.seconds - from.seconds) : all() / Math.max(1e-3, seconds());
  }

  /** CPU seconds per record in that time. */
  double plateauCpu() {
    Moment from = begin();
    Moment to = end();
    return to.done > from.done ? (to.cpuSeconds - from.cpuSeconds) / (to.done - from.done) : last().cpuSeconds / Math.max(1, all());
  }

  private Moment begin() {
    return reached(PLATEAU_FROM);
  }

  private Moment end() {
    return reached(PLATEAU_TO);
  }

  private long all() {
    return last().done - first().done;
  }

  private Moment reached(double part) {
    long done = first().done + (long) (part * all());
    return moments.stream().filter(each -> each.done >= done).findFirst().orElse(last());
  }

  private Moment first() {
    return moments.get(0);
  }

  private Moment last() {
    return moments.get(moments.size() - 1);
  }
}
