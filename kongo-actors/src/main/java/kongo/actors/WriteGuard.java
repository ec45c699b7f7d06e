package kongo.actors;

/** Asked before every persist and every publication whether this process may still write. */
@FunctionalInterface
public interface WriteGuard {

  WriteGuard ALWAYS = () -> {};

  /** Returns only if it may. */
  void check();
}
