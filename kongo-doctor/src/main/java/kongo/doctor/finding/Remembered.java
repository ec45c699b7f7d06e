package kongo.doctor.finding;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/** What is known by key, of so many keys at most: of those that come later nothing is known. */
public final class Remembered<K, V> {

  private final Map<K, V> values = new HashMap<>();
  private final Memory memory;

  Remembered(Memory memory) {
    this.memory = memory;
  }

  /** What is known of the key; a fresh value if nothing is, and empty if there are too many already. */
  public Optional<V> of(K key, Supplier<V> fresh) {
    V known = values.get(key);
    if (known != null) {
      return Optional.of(known);
    }
    if (values.size() >= memory.limits().remembered()) {
      memory.refuse();
      return Optional.empty();
    }
    V begun = fresh.get();
    values.put(key, begun);
    return Optional.of(begun);
  }

  public Optional<V> known(K key) {
    return Optional.ofNullable(values.get(key));
  }

  public void forEach(BiConsumer<K, V> action) {
    values.forEach(action);
  }
}
