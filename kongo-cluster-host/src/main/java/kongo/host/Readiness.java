package kongo.host;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** What a node still waits for before it does its whole work. */
public final class Readiness {

  private final Map<String, Supplier<Optional<String>>> conditions = new LinkedHashMap<>();

  /** Adds or replaces a condition; it tells what is missing, or nothing when it is fulfilled. */
  public synchronized void require(String name, Supplier<Optional<String>> missing) {
    conditions.put(name, missing);
  }

  /** Says that a condition is not fulfilled yet. */
  public void await(String name, String missing) {
    require(name, () -> Optional.of(missing));
  }

  public void fulfil(String name) {
    require(name, Optional::empty);
  }

  /** What is missing, by condition; empty when the node is ready. */
  public synchronized Map<String, String> missing() {
    var missing = new LinkedHashMap<String, String>();
    conditions.forEach((name, condition) -> condition.get().ifPresent(text -> missing.put(name, text)));
    return missing;
  }
}
