package kongo.cluster;

import java.util.function.BiFunction;
import java.util.function.Function;
import kongo.violation.Decision;

/** Decides otherwise than a machine does: a plant. */
@FunctionalInterface
interface Fault<C, E> {

  /** @param machine what the machine itself decides */
  Decision<E> decide(C command, Function<C, Decision<E>> machine);

  /** Lets the machine decide, and changes that. */
  static <C, E> Fault<C, E> changing(BiFunction<C, Decision<E>, Decision<E>> change) {
    return (command, machine) -> change.apply(command, machine.apply(command));
  }
}
