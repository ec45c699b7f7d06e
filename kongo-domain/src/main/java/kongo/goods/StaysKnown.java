package kongo.goods;

import java.util.List;
import java.util.stream.Stream;

/**
 * What a reader of {@link StaysChanged} knows of one Goods. Repeated and older words change nothing.
 *
 * @param version of the latest word
 * @param from all stays that reach up to this time or begin later are known
 */
public record StaysKnown(long version, long from, List<Stay> stays) {

  public static final StaysKnown NOTHING = new StaysKnown(0, Stay.OPEN, List.of());

  public StaysKnown after(StaysChanged word) {
    if (word.version() <= version) {
      return this;
    }
    boolean isGap = word.changed() < word.from();
    boolean goesOn = !isGap && from <= word.from();
    List<Stay> kept = goesOn ? stays.stream().filter(stay -> stay.to() < word.from()).toList() : List.of();
    return new StaysKnown(
        word.version(), goesOn ? from : word.from(), Stream.concat(kept.stream(), word.stays().stream()).toList());
  }
}
