package kongo.stream;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kongo.goods.GoodsAt;
import kongo.location.LocationCommand.CatchUp;
import kongo.location.LocationCommand.FindExpired;
import kongo.location.LocationCommand.TakeGoods;
import kongo.location.LocationCommand.TakePlace;
import kongo.registry.PlaceAt;
import kongo.size.EncodedSize;
import kongo.violation.Cause;

/**
 * What one Location has to hear from one partition. It is asked one thing at a time; what it has to hear of Goods gathers
 * meanwhile, of each Goods the words that no newer one covers. Beside that it may be asked to catch up, which can take until
 * a backlog is worked off.
 */
final class LocationLine<T> {

  /** What a Goods says, and the tickets that it holds. */
  private record Word<T>(GoodsAt said, Work<T, Ask.OfLocation> held) {}

  private final String location;
  private final AskLimits limits;
  private final boolean waitsForReadings;
  private final Deque<Work<T, Ask.OfLocation>> asks = new ArrayDeque<>(1);
  private final Map<String, List<Word<T>>> words = new LinkedHashMap<>();
  private Optional<Work<T, Ask.OfLocation>> find = Optional.empty();
  private Optional<Work<T, Ask.OfLocation>> catchUp = Optional.empty();
  private int count;
  private int bytes;
  private int evidenceUnderWay;
  private boolean busy;
  private boolean catchesUp;

  /** @param waitsForReadings whether it asks to catch up where words come before readings */
  LocationLine(String location, AskLimits limits, boolean waitsForReadings) {
    this.waitsForReadings = waitsForReadings;
    this.location = location;
    this.limits = limits;
  }

  void add(Ask.OfLocation ask, List<Ticket<T>> tickets) {
    asks.add(new Work<>(ask, tickets));
  }

  void place(PlaceAt place, List<Ticket<T>> tickets) {
    add(new Ask.OfLocation(location, new TakePlace(place)), tickets);
  }

  /** Answers how many words more than before it is; fewer, if it covers several. */
  int tell(GoodsAt word, List<Ticket<T>> tickets) {
    List<Word<T>> known = words.computeIfAbsent(word.goods(), goods -> new ArrayList<>(1));
    for (Word<T> one : known) {
      if (one.said.covers(word)) {
        one.held.hold(tickets);
        return 0;
      }
    }
    int before = known.size();
    Work<T, Ask.OfLocation> held = new Work<>(nothing(), tickets);
    known.removeIf(one -> word.covers(one.said) && takenOver(one, held));
    known.add(new Word<>(word, held));
    bytes += EncodedSize.of(word);
    count += known.size() - before;
    return known.size() - before;
  }

  private boolean takenOver(Word<T> covered, Work<T, Ask.OfLocation> held) {
    held.hold(covered.held.tickets());
    covered.held.release();
    bytes -= EncodedSize.of(covered.said);
    return true;
  }

  private Ask.OfLocation nothing() {
    return new Ask.OfLocation(location, new TakeGoods(List.of(), waitsForReadings));
  }

  /** The next page of what is expired has to be asked for, when all of this one know it and have said so. */
  boolean findMore(Cause cause, List<Ticket<T>> tickets) {
    if (find.isPresent()) {
      find.get().hold(tickets);
      return false;
    }
    find = Optional.of(new Work<>(new Ask.OfLocation(location, new FindExpired(cause)), tickets));
    return true;
  }

  void evidenceGoes() {
    evidenceUnderWay++;
  }

  void evidenceTaken() {
    evidenceUnderWay--;
  }

  /** Words of these wait for readings: whether they have not waited before. */
  boolean catchUp(Cause cause, List<Ticket<T>> tickets) {
    if (catchUp.isPresent()) {
      catchUp.get().hold(tickets);
      return false;
    }
    catchUp = Optional.of(new Work<>(new Ask.OfLocation(location, new CatchUp(cause)), tickets));
    return true;
  }

  boolean isReady() {
    return mayCatchUp() || !busy && (!asks.isEmpty() || !words.isEmpty() || mayFindMore());
  }

  /** What came to wait while it is asked is asked for when that is answered. */
  private boolean mayCatchUp() {
    return catchUp.isPresent() && !catchesUp;
  }

  private boolean mayFindMore() {
    return find.isPresent() && evidenceUnderWay == 0;
  }

  /** Whether waiting would not make its next ask any larger. */
  boolean isFull() {
    return !asks.isEmpty() || count >= limits.things() || bytes >= limits.bytes();
  }

  boolean isIdle() {
    boolean isAsked = busy || catchesUp;
    return !isAsked && asks.isEmpty() && words.isEmpty() && find.isEmpty() && catchUp.isEmpty() && evidenceUnderWay == 0;
  }

  void answered(Ask.OfLocation ask) {
    if (ask.isPatient()) {
      catchesUp = false;
    } else {
      busy = false;
    }
  }

  /** What to ask next; {@link #answered} follows. */
  Work<T, Ask.OfLocation> next() {
    if (mayCatchUp()) {
      catchesUp = true;
      Work<T, Ask.OfLocation> waiting = catchUp.get();
      catchUp = Optional.empty();
      return waiting;
    }
    busy = true;
    if (!asks.isEmpty()) {
      return asks.remove();
    }
    if (!words.isEmpty()) {
      return page();
    }
    Work<T, Ask.OfLocation> more = find.orElseThrow();
    find = Optional.empty();
    return more;
  }

  private Work<T, Ask.OfLocation> page() {
    List<Word<T>> page = new ArrayList<>();
    int size = 0;
    Iterator<List<Word<T>>> left = words.values().iterator();
    while (left.hasNext() && page.size() < limits.things()) {
      List<Word<T>> ofOne = left.next();
      int more = EncodedSize.of(ofOne.get(0).said);
      if (!page.isEmpty() && size + more > limits.bytes()) {
        break;
      }
      page.add(ofOne.remove(0));
      size += more;
      if (ofOne.isEmpty()) {
        left.remove();
      }
    }
    count -= page.size();
    bytes -= size;
    return together(page);
  }

  private Work<T, Ask.OfLocation> together(List<Word<T>> page) {
    List<GoodsAt> said = page.stream().map(Word::said).toList();
    Work<T, Ask.OfLocation> all = new Work<>(new Ask.OfLocation(location, new TakeGoods(said, waitsForReadings)), List.of());
    for (Word<T> word : page) {
      all.hold(word.held.tickets());
      word.held.release();
    }
    return all;
  }
}
