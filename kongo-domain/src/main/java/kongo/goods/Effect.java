package kongo.goods;

import kongo.violation.Cause;

/**
 * What an event of a Goods or a Location causes outside: each kind has a topic of its own. Published at least once, those
 * of an event before those of the entity's next one, and again after a recovery that does not know them published.
 */
public sealed interface Effect permits ViolationRevised, StaysChanged {

  /** The record behind the event. */
  Cause cause();
}
