package kongo.location;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.LongStream;
import kongo.excursion.Band;
import kongo.excursion.Values;
import kongo.location.Judgement.Series;
import kongo.location.RunBegins.Begins;
import kongo.registry.PlaceProfile;
import kongo.registry.Timeline;

/** What becomes a violation, or another one, or ends to be one, when the clock of a Location moves though nothing else happens. */
final class DueByClock {

  private final Judgement now;
  private final Presence presence;
  private final OpenSeries openSeries;
  private final RunBegins begins;

  DueByClock(Judgement now, Presence presence, OpenSeries openSeries, RunBegins begins) {
    this.now = now;
    this.presence = presence;
    this.openSeries = openSeries;
    this.begins = begins;
  }

  /** A series of which the last value does not end an excursion under some rule, and where its runs begin. */
  record Open(Series series, Begins begins) {}

  /**
   * When, after what the clock shows, something may be due next; {@link Long#MAX_VALUE} if nothing is.
   *
   * @throws HistoryMissing if it takes rows of the own journal to tell
   */
  long next(Demand demand) {
    long next = Long.MAX_VALUE;
    for (SilenceCheck check : now.rules().silences()) {
      if (matters(check, demand)) {
        next = Math.min(next, next(check));
      }
    }
    for (OverstayCheck check : now.rules().overstays()) {
      if (matters(check, demand)) {
        next = Math.min(next, next(check));
      }
    }
    for (BoundsCheck check : now.rules().byLength()) {
      if (matters(check, demand)) {
        next = Math.min(next, next(check));
      }
    }
    return Math.min(next, nextBound(demand));
  }

  /** When terms change next for anyone, or what Goods weigh and are. */
  private long nextBound(Demand demand) {
    long next = Math.min(now.rules().nextChange(now.clock()), presence.nextChanging(now.clock()));
    for (Check check : now.rules().graceful()) {
      if (matters(check, demand)) {
        next = Math.min(next, nextOfThoseWhoCame(check.rule().graceMillis()));
      }
    }
    for (Check check : now.rules().byTime()) {
      for (long time : check.times()) {
        long began = Times.minus(now.clock(), time);
        next = Math.min(next, Times.plus(Math.min(presence.nextChanging(began), nextBoundOf(check, began)), time));
      }
    }
    return Math.min(next, nextOfPlace(now.clock()));
  }

  /** Where terms of a check change next for everyone after a time, {@link Long#MAX_VALUE} if they do not. */
  private long nextBoundOf(Check check, long after) {
    long next = check.inTime().nextChange(after);
    return check.inTime().namesMaxWeight() ? Math.min(next, nextOfPlace(after)) : next;
  }

  private long nextOfPlace(long after) {
    for (Timeline.Part<PlaceProfile> part : now.place().limits().parts()) {
      if (part.from() > after) {
        return part.from();
      }
    }
    return Long.MAX_VALUE;
  }

  /** The first of where terms of a check change for everyone that a lapse concerns, {@link Long#MAX_VALUE} if there is none. */
  long firstBound(Check check, Lapse lapse) {
    long bound = nextBoundOf(check, Timeline.EVER);
    while (bound != Long.MAX_VALUE && !lapse.concerns(bound)) {
      bound = nextBoundOf(check, bound);
    }
    return bound;
  }

  private boolean matters(Check check, Demand demand) {
    return demand.wants(check, Long.MAX_VALUE - 1) && !now.excludes(check);
  }

  /** When the first of those who are here has been here for so long. */
  private long nextOfThoseWhoCame(long millis) {
    return Times.plus(presence.nextComing(Times.minus(now.clock(), millis)), millis);
  }

  private long next(OverstayCheck check) {
    long next = Long.MAX_VALUE;
    for (long stage : check.stages()) {
      next = Math.min(next, nextOfThoseWhoCame(stage));
    }
    return next;
  }

  private long next(BoundsCheck check) {
    long next = Long.MAX_VALUE;
    for (Open open : open(check)) {
      for (long time : check.times()) {
        long began = Times.minus(now.clock(), time);
        long begin = open.begins().next(time, now.clock(), Long.MAX_VALUE - 1);
        long came = presence.nextComing(Times.minus(began, check.rule().graceMillis()));
        next = Math.min(next, begin == Values.NONE ? Long.MAX_VALUE : Times.plus(begin, time));
        next = Math.min(next, Times.plus(Times.plus(came, check.rule().graceMillis()), time));
      }
    }
    return next;
  }

  /** Where excursions may be open that a check knows by how long they have lasted. */
  List<Open> open(BoundsCheck check) {
    List<Open> open = new ArrayList<>();
    for (Band band : check.bands(now.place())) {
      open.addAll(check.open(now, openSeries, begins, band));
    }
    return open;
  }

  private long next(SilenceCheck check) {
    long next = Math.min(nextSilence(check), nextOfFirsts(check));
    for (long time : check.times()) {
      next = Math.min(next, nextOfThoseWhoCame(time));
      next = Math.min(next, nextLasting(check, time));
    }
    return next;
  }

  /** When a silence begins, or has lasted for so long, that is counted from a faulty reading of a Goods at itself. */
  private long nextOfFirsts(SilenceCheck check) {
    return now.faultyFirsts(check)
        .flatMap(first -> LongStream.of(check.stages()).map(stage -> Times.plus(first, stage)))
        .filter(due -> due > now.heardTo())
        .min()
        .orElse(Long.MAX_VALUE);
  }

  /** The earliest of these readings of which something is due between two times: after the earlier, and not after the later. */
  OptionalLong firstFallingDue(SilenceCheck check, long earlier, long later) {
    return now.rules().seesFaultsOf(check.metric())
        ? now.faultyFirsts(check).filter(first -> check.isDueBetween(first, earlier, later)).min()
        : OptionalLong.empty();
  }

  /** When a silence has lasted for so long. */
  private long nextLasting(SilenceCheck check, long time) {
    long newest = now.newest(check);
    long due = Times.plus(check.dueAfter(newest), time);
    boolean isAhead = newest != Values.NONE && due > now.heardTo();
    return newest == Values.NONE ? nextOfThoseWhoCame(Times.plus(check.dueAfter(0), time)) : isAhead ? due : Long.MAX_VALUE;
  }

  private long nextSilence(SilenceCheck check) {
    long newest = now.newest(check);
    if (newest == Values.NONE) {
      return check.dueAfter(presence.nextComing(check.dueSince(now.heardTo())));
    }
    if (newest > now.heardTo()) {
      return nextBetweenSigns(check);
    }
    return isSilent(check) ? nextOfSilent() : check.dueAfter(newest);
  }

  /** While readings are still to come, who came and what changed since is not judged yet. */
  private long nextOfSilent() {
    if (!now.mayHearMore()) {
      return Long.MAX_VALUE;
    }
    long known = now.heardTo();
    long change = Math.min(now.rules().nextChange(known), presence.nextChanging(known));
    return Math.min(Math.min(change, nextOfPlace(known)), presence.nextBegin(known));
  }

  /** There are signs of life from beyond what the clock shows, and maybe a silence before one of them. */
  private long nextBetweenSigns(SilenceCheck check) {
    ReadingTimes heard = now.signsFor(check);
    long time = heard.before(Times.plus(now.heardTo(), 1));
    long next = time == Values.NONE ? Values.NONE : heard.after(time);
    while (next != Values.NONE && next <= check.dueAfter(time)) {
      time = next;
      next = heard.after(time);
    }
    return time == Values.NONE ? now.heardTo() : check.dueAfter(time);
  }

  /** Whether it is, as far as the clock has come: then any sign of life ends that. */
  boolean isSilent(SilenceCheck check) {
    long newest = now.newest(check);
    return newest != Values.NONE && now.heardTo() >= check.dueAfter(newest);
  }

  /** Whether the last sign of a metric is due between two times, or a silence lasts for a time that matters: after the earlier, and not after the later. */
  boolean fallsDue(SilenceCheck check, long earlier, long later) {
    long newest = now.newest(check);
    return newest != Values.NONE && check.isDueBetween(newest, earlier, later);
  }

  /** Those of whom it counts since when they are here, and who are due between two times. */
  Collection<GoodsHere> fallingDue(SilenceCheck check, long earlier, long later) {
    Lapse lapse = new Lapse(check.times(), earlier, later);
    if (now.newest(check) != Values.NONE) {
      return lapse.concerned(presence, 0);
    }
    Map<String, GoodsHere> found = new TreeMap<>();
    new Lapse(check.stages(), earlier, later).concerned(presence, 0).forEach(goods -> found.put(goods.goods(), goods));
    lapse.concerned(presence, 0).forEach(goods -> found.put(goods.goods(), goods));
    return found.values();
  }

  /** Those who become something else between two times, or were heard of now. */
  Set<GoodsHere> changing(long earlier, long later) {
    Set<GoodsHere> within = presence.changingWithin(earlier, later);
    if (!presence.hasLatest()) {
      return within;
    }
    Set<GoodsHere> all = new LinkedHashSet<>(within);
    presence.latest().stream().filter(goods -> goods.profile().parts().size() > 1).forEach(all::add);
    return all;
  }

  /** Whether anyone becomes something else while being here, as far as the clock may have to do with it. */
  boolean mayChangeLevels() {
    return presence.anyoneChanges();
  }

  /** Those whose stays begin to be judged between two times, or who were heard of now. */
  Collection<GoodsHere> endingGrace(Check check, long earlier, long later) {
    long grace = check.rule().graceMillis();
    Collection<GoodsHere> came = presence.cameWithin(Times.minus(earlier, grace), Times.minus(later, grace));
    if (!presence.hasLatest()) {
      return came;
    }
    Set<GoodsHere> all = new LinkedHashSet<>(came);
    all.addAll(presence.latest());
    return all;
  }

  /** Those who are due between two times. */
  Collection<GoodsHere> fallingDue(OverstayCheck check, long earlier, long later) {
    return new Lapse(check.stages(), earlier, later).concerned(presence, 0);
  }

  /** Those whose excursions, if they began with their stays, come to a time that matters. */
  Collection<GoodsHere> concerned(BoundsCheck check, Lapse lapse) {
    return lapse.concerned(presence, check.rule().graceMillis());
  }

}
