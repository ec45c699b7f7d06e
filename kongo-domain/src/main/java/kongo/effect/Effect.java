package kongo.effect;

import kongo.violation.Cause;

/**
 * What an event of an entity causes outside: each kind has a topic of its own. Published at least once, those
 * of an event before those of the entity's next one, and again after a recovery that does not know them published.
 */
public interface Effect {

  /** The record behind the event. */
  Cause cause();
}
