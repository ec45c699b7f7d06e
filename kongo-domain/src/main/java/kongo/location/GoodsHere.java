package kongo.location;

import java.util.ArrayList;
import java.util.List;
import kongo.goods.GoodsAt;
import kongo.goods.Stay;
import kongo.goods.Trail;
import kongo.registry.GoodsProfile;

/**
 * A Goods as one Location knows it from the Goods' words, whatever the order in which they came and however often.
 * Immutable. Of each moment of time the word of the highest version counts; of the Goods itself as well.
 *
 * @param version of the latest word heard
 * @param stays here, by time, never two without a gap
 * @param complete all words up to this version have been heard
 * @param ahead later words, heard while one before them has not been: the Goods is asked to say everything again
 */
public record GoodsHere(
    String goods,
    long version,
    GoodsProfile profile,
    boolean expiryKnown,
    List<Stay> stays,
    long complete,
    List<Heard> ahead) {

  /** What a word was about; see {@link GoodsAt}. */
  public record Heard(long version, long previous, long from) {

    private static Heard of(GoodsAt word) {
      return new Heard(word.version(), word.previous(), word.from());
    }

    private boolean covers(Heard other) {
      return version >= other.version && previous <= other.previous && from <= other.from;
    }
  }

  public GoodsHere {
    stays = Trail.of(stays);
    ahead = List.copyOf(ahead);
  }

  /** Before the first word. */
  public static GoodsHere unknown(String goods) {
    return new GoodsHere(goods, 0, GoodsProfile.NONE, false, List.of(), 0, List.of());
  }

  /**
   * Before the first word that is heard since the Goods was forgotten, if it ever was known: what it said before was of
   * stays that ended before the books were closed.
   */
  static GoodsHere forgottenBefore(GoodsAt word) {
    return new GoodsHere(word.goods(), word.previous(), GoodsProfile.NONE, false, List.of(), word.previous(), List.of());
  }

  boolean isNews(GoodsAt word) {
    Heard heard = Heard.of(word);
    return word.version() > complete && ahead.stream().noneMatch(known -> known.covers(heard));
  }

  /** Whether it closes a gap, or there are not yet so many words that are kept apart. */
  boolean mayKeep(GoodsAt word, int most) {
    return word.previous() <= complete || ahead.size() < most;
  }

  boolean missesOneBefore(GoodsAt word) {
    return complete < word.version();
  }

  /** With this word. */
  public GoodsHere hearing(GoodsAt word) {
    if (!isNews(word)) {
      return this;
    }
    boolean latest = word.version() > version;
    List<Heard> heard = new ArrayList<>(ahead);
    heard.add(Heard.of(word));
    long all = completeWith(heard);
    heard.removeIf(known -> known.version() <= all);
    return new GoodsHere(
        goods,
        Math.max(version, word.version()),
        latest ? word.profile() : profile,
        latest ? word.expiryKnown() : expiryKnown,
        word.from() < knownBetterFrom(word) ? staysWith(word) : stays,
        all,
        heard);
  }

  private long completeWith(List<Heard> heard) {
    long all = complete;
    for (long before = -1; before != all; ) {
      before = all;
      for (Heard known : heard) {
        all = known.previous() <= all ? Math.max(all, known.version()) : all;
      }
    }
    return all;
  }

  /** From this time on later words than this one are known. */
  private long knownBetterFrom(GoodsAt word) {
    return ahead.stream()
        .filter(known -> known.version() > word.version())
        .mapToLong(Heard::from)
        .min()
        .orElse(Stay.OPEN);
  }

  private List<Stay> staysWith(GoodsAt word) {
    long from = word.from();
    long to = knownBetterFrom(word);
    int kept = firstEndingFrom(from);
    List<Stay> later = new ArrayList<>();
    stays.subList(kept, stays.size()).forEach(stay -> addWithin(Long.MIN_VALUE, from, stay, later));
    long before = kept == 0 ? Long.MIN_VALUE : stays.get(kept - 1).to();
    word.stays().forEach(stay -> addWithin(goesOn(stay, from, before, later) ? stay.from() : from, to, stay, later));
    stays.subList(kept, stays.size()).forEach(stay -> addWithin(to, Stay.OPEN, stay, later));
    return ((Trail<Stay>) stays).first(kept).then(later);
  }

  /** Whether a stay began before the word's time, of which nothing is kept that says so. */
  private static boolean goesOn(Stay stay, long from, long before, List<Stay> known) {
    return stay.from() < from && known.isEmpty() && before < stay.from();
  }

  private static void addWithin(long from, long to, Stay stay, List<Stay> stays) {
    long begin = Math.max(from, stay.from());
    long end = Math.min(to, stay.to());
    if (begin >= end) {
      return;
    }
    int last = stays.size() - 1;
    if (last >= 0 && stays.get(last).to() == begin) {
      Stay before = stays.get(last);
      stays.set(last, new Stay(before.location(), before.namedAs(), before.from(), end));
    } else {
      stays.add(new Stay(stay.location(), stay.namedAs(), begin, end));
    }
  }

  /** Without the stays that ended before this time. */
  GoodsHere since(long time) {
    List<Stay> kept = staysFrom(time);
    return kept.size() == stays.size()
        ? this
        : new GoodsHere(goods, version, profile, expiryKnown, Trail.<Stay>empty().then(kept), complete, ahead);
  }

  private int firstEndingFrom(long time) {
    return ((Trail<Stay>) stays).firstThat(stay -> stay.to() >= time);
  }

  /** The stays that reach up to this time or begin later. */
  List<Stay> staysFrom(long time) {
    return stays.subList(firstEndingFrom(time), stays.size());
  }

  /** Whether no word is missing. */
  boolean isComplete() {
    return ahead.isEmpty();
  }

  boolean isHere() {
    return lastTime() == Stay.OPEN;
  }

  /** The end of its last stay; without a stay the beginning of time. */
  long lastTime() {
    return stays.isEmpty() ? Long.MIN_VALUE : stays.get(stays.size() - 1).to();
  }

  boolean isHereAt(long time) {
    List<Stay> later = staysFrom(time + 1);
    return !later.isEmpty() && later.get(0).from() <= time;
  }
}
