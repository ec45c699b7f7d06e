package kongo;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.function.Supplier;

/** How many bytes this thread allocates for something: unlike its time, the same on every machine. */
public final class Allocation {

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final int WARM_UP = 100;
  private static final int ROUNDS = 11;

  private Allocation() {}

  /** Of one round in a new life, the median of a few: now and then a round makes an array grow or has code compiled. */
  public static long bytesOf(Supplier<Runnable> life) {
    Runnable other = life.get();
    for (int i = 0; i < WARM_UP; i++) {
      other.run();
    }
    Runnable round = life.get();
    long[] bytes = new long[ROUNDS];
    for (int i = 0; i < ROUNDS; i++) {
      long before = THREADS.getCurrentThreadAllocatedBytes();
      round.run();
      bytes[i] = THREADS.getCurrentThreadAllocatedBytes() - before;
    }
    Arrays.sort(bytes);
    return bytes[ROUNDS / 2];
  }
}
