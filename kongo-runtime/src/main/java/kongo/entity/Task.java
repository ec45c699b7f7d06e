package kongo.entity;

import java.util.Optional;
import java.util.function.Consumer;

/**
 * What someone wants of an entity: to take a command, or to be told something.
 *
 * @param answer what to do in the turn for who wants to be told; does nothing for a command
 */
record Task<C, A>(A asker, Optional<C> command, Consumer<A> answer) {

  static <C, A> Task<C, A> of(A asker, C command) {
    return new Task<>(asker, Optional.of(command), unused -> {});
  }

  static <C, A> Task<C, A> question(A asker, Consumer<A> answer) {
    return new Task<>(asker, Optional.empty(), answer);
  }

  String kind() {
    return command.map(one -> one.getClass().getSimpleName()).orElse("question");
  }
}
