package kongo.bench;

import java.time.Duration;

/**
 * What is drained.
 *
 * @param events records after everybody is in place
 * @param settled whether the engine has taken in who there is before the measurement begins; else that is a part of it
 * @param verify whether the verdict of the reference follows
 * @param part moves alone are drained with their Goods registered before
 * @param patience how long the engine may take at most
 */
public record DrainSettings(BenchWorld world, long events, boolean settled, boolean verify, Duration patience, Part part) {

  /** Which of the records are drained. */
  public enum Part {
    EVERYTHING,
    MOVES
  }


  public DrainSettings {
    if (events < 1) {
      throw new IllegalArgumentException("--events must be at least 1");
    }
  }

  DrainSettings with(BenchWorld other) {
    return new DrainSettings(other, events, settled, verify, patience, part);
  }

  Parts parts() {
    return part == Part.MOVES ? Parts.moves(world, events) : Parts.everything(world, events);
  }
}
