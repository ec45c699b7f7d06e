package kongo.drill;

import java.util.function.Supplier;

/**
 * A story of faults under load.
 *
 * @param what one line for people
 * @param ground makes what its cluster has to stand on
 */
public record Scenario(String name, String what, Story story, Supplier<Ground> ground) {

  /** On ordinary ground. */
  Scenario(String name, String what, Story story) {
    this(name, what, story, () -> Ground.ORDINARY);
  }

  /** What happens, while the load goes on. */
  @FunctionalInterface
  interface Story {
    void play(Stage stage) throws Exception;
  }
}
