package kongo.bench;

import java.util.ArrayList;
import java.util.List;

/** How many records were done when, from a first moment on. */
final class Timeline {

  /** Before it a JVM still compiles what it runs, behind it partitions are empty. */
  private static final double PLATEAU_FROM = 0.4;

  private static final double PLATEAU_TO = 0.95;

  private record Moment(double seconds, long done) {}

  private final List<Moment> moments = new ArrayList<>();

  void add(double seconds, long done) {
    moments.add(new Moment(seconds, done));
  }

  double seconds() {
    return last().seconds - first().seconds;
  }

  /** Records per second while neither the start nor the end disturb; the rate of the whole where it is too short to tell. */
  double plateauRate() {
    long all = last().done - first().done;
    Moment from = reached(first().done + (long) (PLATEAU_FROM * all));
    Moment to = reached(first().done + (long) (PLATEAU_TO * all));
    double seconds = to.seconds - from.seconds;
    return seconds > 0 ? (to.done - from.done) / seconds : all / Math.max(1e-3, seconds());
  }

  private Moment reached(long done) {
    return moments.stream().filter(each -> each.done >= done).findFirst().orElse(last());
  }

  private Moment first() {
    return moments.get(0);
  }

  private Moment last() {
    return moments.get(moments.size() - 1);
  }
}
