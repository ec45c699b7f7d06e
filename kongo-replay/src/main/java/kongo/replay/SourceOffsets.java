package kongo.replay;

import java.util.HashMap;
import java.util.Map;
import kongo.violation.Source;

/** Offsets by topic and partition; safe for several threads. */
final class SourceOffsets {

  private static final OffsetSet NONE = new OffsetSet();

  private final Map<Source, OffsetSet> offsets = new HashMap<>();

  /** Says whether it was new. */
  synchronized boolean add(Source source, long offset) {
    return offsets.computeIfAbsent(source, s -> new OffsetSet()).add(offset);
  }

  synchronized OffsetSet of(Source source) {
    return offsets.getOrDefault(source, NONE);
  }
}
