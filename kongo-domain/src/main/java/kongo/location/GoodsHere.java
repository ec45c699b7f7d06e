package kongo.location;

import java.util.ArrayList;
import java.util.List;
import kongo.goods.Expiry;
import kongo.goods.GoodsAt;
import kongo.goods.Stay;
import kongo.goods.Trail;
import kongo.registry.GoodsProfile;
import kongo.registry.PlaceType;
import kongo.registry.Timeline;

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
    Timeline<GoodsProfile> profile,
    Expiry expiry,
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
    return new GoodsHere(goods, 0, Timeline.none(), Expiry.UNKNOWN, List.of(), 0, List.of());
  }

  /**
   * Before the first word that is heard since the Goods was forgotten, if it ever was known: what it said before was of
   * stays that ended before the books were closed.
   */
  static GoodsHere forgottenBefore(GoodsAt word) {
    return new GoodsHere(word.goods(), word.previous(), Timeline.none(), Expiry.UNKNOWN, List.of(), word.previous(), List.of());
  }

  /** What it is at the end of time. */
  GoodsProfile lastProfile() {
    return profile.last().orElse(GoodsProfile.NONE);
  }

  GoodsProfile profileAt(long time) {
    return profile.at(time).orElse(GoodsProfile.NONE);
  }

  /** Whether it is one: of a place that says so of itself. */
  boolean isGoods() {
    return isEverSaid(profile);
  }

  private static boolean isEverSaid(Timeline<GoodsProfile> profile) {
    return profile.parts().stream().anyMatch(part -> part.value().isPresent());
  }

  /** Whether the place is its own. */
  boolean isAtItself() {
    return !stays.isEmpty() && stays.get(stays.size() - 1).namedAs() == PlaceType.GOODS;
  }

  /** When it becomes something else while it is here. */
  List<Long> changesHere() {
    return profile.parts().stream().map(Timeline.Part::from).filter(this::isWithinAStay).toList();
  }

  private boolean isWithinAStay(long time) {
    return time != Timeline.EVER && stays.stream().anyMatch(stay -> stay.from() < time && time < stay.to());
  }

  /** What rules are about of it: on both sides the same, whatever else has changed. */
  boolean isForTheSameRulesAs(GoodsHere other) {
    return profile.equals(other.profile) || categories(profile).equals(categories(other.profile));
  }

  private static Timeline<GoodsProfile> categories(Timeline<GoodsProfile> profile) {
    return profile.map(one -> new GoodsProfile(0, one.categories(), GoodsProfile.NEVER));
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
        latest ? word.expiry() : expiry,
        word.from() < knownBetterFrom(word) ? staysWith(word) : stays,
        all,
        heard).withoutEarlierProfiles();
  }

  /**
   * A Goods says each time all that it ever was: of that what was before it came does not matter here, when nothing is
   * missing, but that it is a Goods at all: an id is of one type for all time.
   */
  private GoodsHere withoutEarlierProfiles() {
    Timeline<GoodsProfile> needed = profile.since(stays.isEmpty() ? Long.MAX_VALUE : stays.get(0).from());
    boolean isGoodsStill = isEverSaid(needed) || !isGoods();
    return ahead.isEmpty() && isGoodsStill && needed != profile
        ? new GoodsHere(goods, version, needed, expiry, stays, complete, ahead)
        : this;
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
        : new GoodsHere(goods, version, profile, expiry, Trail.<Stay>empty().then(kept), complete, ahead).withoutEarlierProfiles();
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

  /** The latest beginning or end of a stay here, {@link Long#MIN_VALUE} without a stay. */
  public long latestBound() {
    return isHere() ? stays.get(stays.size() - 1).from() : lastTime();
  }

  /** The end of its last stay that ended before a time, {@link Long#MIN_VALUE} if none did. */
  long lastEndBefore(long time) {
    int ended = firstEndingFrom(time);
    return ended == 0 ? Long.MIN_VALUE : stays.get(ended - 1).to();
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
