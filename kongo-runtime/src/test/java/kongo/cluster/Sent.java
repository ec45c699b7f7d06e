package kongo.cluster;

import java.util.function.BiConsumer;
import kongo.lane.Narrowing;
import kongo.violation.Command;

/** An ask under way: the part of it that is asked now, again and again, until all parts are taken or given up. */
final class Sent<C extends Command<C>, R> {

  private final String entity;
  private final Narrowing<C, R> narrowing;
  private final Transport<C, R> transport;
  private final BiConsumer<Sent<C, R>, Narrowing<C, R>> end;
  private boolean over;

  /** @param end is told once when all is asked */
  Sent(String entity, C command, Transport<C, R> transport, BiConsumer<Sent<C, R>, Narrowing<C, R>> end) {
    this.entity = entity;
    this.narrowing = new Narrowing<>(command);
    this.transport = transport;
    this.end = end;
  }

  String entity() {
    return entity;
  }

  /** Sends the part that is asked now, for the first time or again. */
  void send() {
    C part = narrowing.next().orElseThrow();
    transport.send(
        entity, part, new Asker<>(reply -> answered(part, () -> narrowing.took(reply)), cause -> answered(part, () -> narrowing.failed(cause))));
  }

  private void answered(C part, Runnable note) {
    if (over || narrowing.next().filter(now -> now == part).isEmpty()) {
      return;
    }
    note.run();
    if (narrowing.next().isPresent()) {
      send();
    } else {
      over = true;
      end.accept(this, narrowing);
    }
  }

  /** Whoever asked is gone. */
  void forget() {
    over = true;
  }

  @Override
  public String toString() {
    return entity + ": " + narrowing.next();
  }
}
