package kongo.child;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.util.Arrays;

/** Runs another main class in this process, and halts the process as soon as the one that started it is gone. */
public final class Child {

  /** What a child exits with that was left alone by its parent. */
  public static final int ORPHANED = 86;

  private Child() {}

  /** The first argument names the main class, the others are its own. */
  public static void main(String[] args) throws Throwable {
    watchParent();
    var main = Class.forName(args[0]).getMethod("main", String[].class);
    try {
      main.invoke(null, (Object) Arrays.copyOfRange(args, 1, args.length));
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  private static void watchParent() {
    // The parent holds the other end of standard input and writes nothing; the kernel closes it however the parent ends.
    var watch = new Thread(Child::haltAtEndOfInput, "parent-watch");
    watch.setDaemon(true);
    watch.start();
  }

  private static void haltAtEndOfInput() {
    try {
      while (System.in.read() >= 0) {
        continue;
      }
    } catch (IOException e) {
      System.err.println("parent-watch: " + e);
    }
    Runtime.getRuntime().halt(ORPHANED);
  }
}
