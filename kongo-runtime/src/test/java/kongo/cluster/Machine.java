package kongo.cluster;

import java.util.List;
import java.util.Optional;
import kongo.violation.Revision;

/** A Goods or a Location as the simulated cluster sees it. */
interface Machine<C, E, R> {

  Optional<E> decide(C command);

  void apply(long sequenceNr, E event);

  List<Revision> effects();

  R reply(C command);

  long version();

  /** A copy made by way of a snapshot. */
  Machine<C, E, R> copied();
}
