package kongo.violation;

import java.util.List;
import java.util.Optional;

/**
 * What an entity makes of a command.
 *
 * @param event to journal, empty if the command brings nothing new
 * @param refusals records that the law does not accept
 * @param duplicates records that were known
 */
public record Decision<E>(Optional<E> event, List<Refusal> refusals, int duplicates) {

  public static <E> Decision<E> of(E event) {
    return new Decision<>(Optional.of(event), List.of(), 0);
  }

  /** Nothing new. */
  public static <E> Decision<E> none() {
    return new Decision<>(Optional.empty(), List.of(), 0);
  }
}
