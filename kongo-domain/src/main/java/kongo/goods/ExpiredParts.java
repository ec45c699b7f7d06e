package kongo.goods;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kongo.registry.GoodsProfile;
import kongo.registry.Timeline;

/**
 * When a Goods is expired, wherever it is: while the profile in force has a use-by time that is over. Immutable.
 *
 * @param parts by time, with time between them
 */
public record ExpiredParts(List<Part> parts) {

  /** No moment, before all others. */
  public static final long NONE_BEFORE = Long.MIN_VALUE;
  /** No moment, after all others. */
  public static final long NONE_AFTER = Stay.OPEN;

  static final ExpiredParts NEVER = new ExpiredParts(List.of());

  /**
   * @param from event time in milliseconds, {@link #NONE_BEFORE}: since ever
   * @param to exclusive; {@link #NONE_AFTER}: for ever
   */
  public record Part(long from, long to) {}

  public static ExpiredParts of(Timeline<GoodsProfile> profile) {
    List<Part> parts = new ArrayList<>();
    for (int i = 0; i < profile.parts().size(); i++) {
      long end = i + 1 < profile.parts().size() ? profile.parts().get(i + 1).from() : NONE_AFTER;
      add(parts, Math.max(profile.parts().get(i).from(), useBy(profile.parts().get(i).value())), end);
    }
    return parts.isEmpty() ? NEVER : new ExpiredParts(List.copyOf(parts));
  }

  private static long useBy(Optional<GoodsProfile> profile) {
    return profile.map(GoodsProfile::useBy).orElse(GoodsProfile.NEVER);
  }

  private static void add(List<Part> parts, long from, long to) {
    if (from >= to) {
      return;
    }
    int last = parts.size() - 1;
    boolean goesOn = last >= 0 && parts.get(last).to() == from;
    parts.add(new Part(goesOn ? parts.remove(last).from() : from, to));
  }

  /** The earliest beginning or end later than this time; {@link #NONE_AFTER} if there is none. */
  public long nextAfter(long time) {
    for (Part part : parts) {
      if (part.from() > time) {
        return part.from();
      }
      if (part.to() > time) {
        return part.to();
      }
    }
    return NONE_AFTER;
  }

  /** The latest beginning or end up to this time; {@link #NONE_BEFORE} if there is none. */
  public long lastUpTo(long time) {
    for (int i = parts.size() - 1; i >= 0; i--) {
      Part part = parts.get(i);
      if (part.to() <= time && part.to() != NONE_AFTER) {
        return part.to();
      }
      if (part.from() <= time) {
        return part.from();
      }
    }
    return NONE_BEFORE;
  }

  /** Whether it makes a difference how far of two times time has come. */
  boolean tells(long some, long other) {
    return nextAfter(Math.min(some, other)) <= Math.max(some, other) && some != other;
  }

  /** The beginning of the first part that reaches beyond this time; {@link #NONE_AFTER} if there is none. */
  long beginningOfFirstBeyond(long time) {
    return parts.stream().filter(part -> part.to() > time).mapToLong(Part::from).findFirst().orElse(NONE_AFTER);
  }
}
