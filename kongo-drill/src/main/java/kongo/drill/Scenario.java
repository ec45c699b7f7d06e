package kongo.drill;

/**
 * A story of faults under load.
 *
 * @param what one line for people
 */
public record Scenario(String name, String what, Story story) {

  /** What happens, while the load goes on. */
  @FunctionalInterface
  interface Story {
    void play(Stage stage) throws Exception;
  }
}
