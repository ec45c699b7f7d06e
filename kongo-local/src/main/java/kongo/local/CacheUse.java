package kongo.local;

import java.util.List;

/** What a JVM has to do with what an earlier run left behind. */
public enum CacheUse {
  /** Starts by it, if there is one. */
  USE,
  IGNORE,
  /** Leaves one behind itself. */
  MAKE;

  List<String> flags(StartCache cache) {
    return switch (this) {
      case USE -> cache.use();
      case MAKE -> cache.make();
      case IGNORE -> List.of();
    };
  }
}
