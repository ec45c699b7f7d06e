package kongo.cluster;

import kongo.entity.Machine;

/** How a machine begins, and comes back from a snapshot. */
interface Life<C, E, R, M extends Machine<C, E, R>> {

  M empty();

  /** A copy made by way of a snapshot. */
  M copied(M machine);
}
