package kongo.location;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import kongo.location.LocationEvent.ReadingsAccepted;
import kongo.violation.Correction;
import kongo.violation.Refusal;

/** What becomes of the readings of a batch: new, repeated or refused. */
final class ReadingVerdict {

  private record Fresh(int series, long time) {}

  private final ReadingBatch batch;
  private final ReadingMemory memory;
  private final History history;
  private final Received before;
  private final ByGoods byGoods;
  private final long retentionMillis;
  private final long closedBefore;

  private final List<SeriesKey> newSeries = new ArrayList<>();
  private final List<Refusal> refusals = new ArrayList<>();
  private Optional<Map<Fresh, Editions>> fresh = Optional.empty();
  /** Of each series that had begun before the batch the time of its latest record, ascending. */
  private Optional<long[]> latestBefore = Optional.empty();
  /** By position among the series of the batch: its number or -1, and the latest time that the batch has brought. */
  private int[] numbers = {};
  private long[] latest = {};
  private int[] accepted = {};
  private int[] series = {};
  private final IntStream.Builder superseded = IntStream.builder();
  private final IntStream.Builder insteadOfByGoods = IntStream.builder();
  /** Of what the batch has brought which readings name a Goods, as far as they count; empty where none ever did. */
  private final Map<Fresh, Boolean> freshByGoods = new HashMap<>();
  private int size;
  private int duplicates;
  private long newest;

  private ReadingVerdict(
      ReadingBatch batch, ReadingMemory memory, History history, Received before, ByGoods byGoods, long retentionMillis,
      long closedBefore) {
    this.batch = batch;
    this.memory = memory;
    this.history = history;
    this.before = before;
    this.byGoods = byGoods;
    this.retentionMillis = retentionMillis;
    this.newest = before.newest();
    this.closedBefore = closedBefore;
  }

  /**
   * @param before what was judged before
   * @param byGoods which readings name the place as a Goods
   * @param closedBefore of what came before and is earlier than this, only that it came is known
   * @throws HistoryMissing if it takes older readings to tell
   */
  static ReadingVerdict of(
      ReadingBatch batch, ReadingMemory memory, History history, Received before, ByGoods byGoods, long retentionMillis,
      long closedBefore) {
    ReadingVerdict verdict = new ReadingVerdict(batch, memory, history, before, byGoods, retentionMillis, closedBefore);
    verdict.accepted = new int[batch.size()];
    verdict.series = new int[batch.size()];
    verdict.numbers = batch.series().stream().mapToInt(memory::number).toArray();
    verdict.latest = new long[batch.series().size()];
    Arrays.fill(verdict.latest, Long.MIN_VALUE);
    for (int i = 0; i < batch.size(); i++) {
      verdict.judge(i);
    }
    return verdict;
  }

  private void judge(int i) {
    int which = batch.seriesOf()[i];
    long time = batch.times()[i];
    long offset = batch.offsets()[i];
    boolean acceptedBefore = before.accepted(offset);
    boolean late = newest - time > retentionMillis;
    if (before.refusedForSeries(offset)) {
      // there may be room for its series by now
      refuse(i, Refusal.Reason.TOO_MANY_SERIES);
    } else if (before.refusedForConflict(offset)) {
      refuse(i, Refusal.Reason.CONFLICT);
    } else if (late && acceptedBefore && (time < closedBefore || isKnown(i, which, time))) {
      duplicates++;
    } else if (late) {
      refuse(i, Refusal.Reason.TOO_LATE);
    } else if (isOneTooMany(which, time)) {
      refuse(i, Refusal.Reason.TOO_MANY_SERIES);
    } else if (isNew(which, time)) {
      accept(i, which, Editions.NONE);
    } else {
      judge(i, which, known(which, time));
    }
  }

  private void judge(int i, int which, Editions known) {
    int code = batch.correction(i);
    if (!known.has(code)) {
      accept(i, which, known);
    } else if (known.agree(code, batch.values()[i])) {
      duplicates++;
    } else {
      refusals.add(new Refusal(batch.offsets()[i], Refusal.Reason.CONFLICT, known.said(code)));
    }
  }

  private void refuse(int i, Refusal.Reason reason) {
    refusals.add(new Refusal(batch.offsets()[i], reason));
  }

  /** Whether the series does not count, and the Location has as many that do as it may have. */
  private boolean isOneTooMany(int which, long time) {
    int known = memory.keys().size() + newSeries.size();
    long since = Math.max(newest, time) - retentionMillis;
    return latest(which) < since && known >= memory.mostSeries() && counting(since) >= memory.mostSeries();
  }

  /** How many series have a reading at or after this time. */
  private int counting(long since) {
    if (latestBefore.isEmpty()) {
      latestBefore = Optional.of(memory.latestTimes());
    }
    int counting = countFrom(latestBefore.get(), since);
    for (int which = 0; which < latest.length; which++) {
      counting += latest[which] >= since && latestBefore(which) < since ? 1 : 0;
    }
    return counting;
  }

  private static int countFrom(long[] ascending, long since) {
    int from = 0;
    int to = ascending.length;
    while (from < to) {
      int middle = (from + to) >>> 1;
      if (ascending[middle] < since) {
        from = middle + 1;
      } else {
        to = middle;
      }
    }
    return ascending.length - from;
  }

  /** Of a series that has not begun: before all times. */
  private long latest(int which) {
    return Math.max(latest[which], latestBefore(which));
  }

  private long latestBefore(int which) {
    int number = numbers[which];
    return number >= 0 && number < memory.keys().size() ? memory.latestTime(number) : Long.MIN_VALUE;
  }

  private int begin(int which) {
    newSeries.add(batch.series().get(which));
    return memory.keys().size() + newSeries.size() - 1;
  }

  /** Whether nothing is accepted of the reading, as far as can be told at once. */
  private boolean isNew(int which, long time) {
    return time > latest[which]
        && (numbers[which] < 0 || numbers[which] >= memory.keys().size() || memory.isNew(numbers[which], time));
  }

  private boolean isKnown(int i, int which, long time) {
    return known(which, time).has(batch.correction(i));
  }

  /** All that is accepted of the reading by now. */
  private Editions known(int which, long time) {
    int number = numbers[which];
    if (number < 0) {
      return Editions.NONE;
    }
    Editions earlier = number < memory.keys().size() ? memory.editions(number, time, history) : Editions.NONE;
    return earlier.and(ofBatch(which, time));
  }

  /** What the batch itself has brought of it; what comes in the order of its times needs no look. */
  private Editions ofBatch(int which, long time) {
    return time <= latest[which]
        ? fresh().getOrDefault(new Fresh(numbers[which], time), Editions.NONE)
        : Editions.NONE;
  }

  private Map<Fresh, Editions> fresh() {
    if (fresh.isEmpty()) {
      Map<Fresh, Editions> all = new HashMap<>();
      for (int i = 0; i < size; i++) {
        note(all, series[i], accepted[i]);
      }
      fresh = Optional.of(all);
    }
    return fresh.get();
  }

  private void note(Map<Fresh, Editions> all, int number, int i) {
    all.merge(
        new Fresh(number, batch.times()[i]), Editions.NONE.with(batch.correction(i), batch.values()[i]), Editions::and);
  }

  /** @param known all that is accepted of it by now */
  private void accept(int i, int which, Editions known) {
    if (numbers[which] < 0) {
      numbers[which] = begin(which);
    }
    int number = numbers[which];
    long time = batch.times()[i];
    fresh.ifPresent(all -> note(all, number, i));
    if (known.outrank(batch.correction(i))) {
      superseded.add(size);
    } else if (batch.byGoods().length > 0 || !byGoods.isNone()) {
      count(i, new Fresh(number, time), known);
    }
    latest[which] = Math.max(latest[which], time);
    accepted[size] = i;
    series[size++] = number;
    newest = Math.max(newest, time);
  }

  /** A record counts from here on, instead of what is known: of a place of which any record ever named a Goods. */
  private void count(int i, Fresh reading, Editions known) {
    boolean named = freshByGoods.getOrDefault(reading, byGoods.has(reading.series(), reading.time()));
    if (known.value().isPresent() && named) {
      insteadOfByGoods.add(size);
    }
    freshByGoods.put(reading, batch.isByGoods(i) && !Correction.of(batch.correction(i)).isVoid());
  }

  List<Refusal> refusals() {
    return refusals;
  }

  int duplicates() {
    return duplicates;
  }

  /** Whether there is nothing to journal: a refusal that was judged before is in the journal already. */
  boolean isEmpty() {
    return size == 0 && refusals.stream().allMatch(refusal -> refusal.offset() <= before.lastOffset());
  }

  /** @param neededFrom see {@link ReadingsAccepted} */
  ReadingsAccepted event(long neededFrom) {
    int first = size == 0 ? 0 : accepted[0];
    long firstTime = batch.times()[first];
    long firstOffset = batch.offsets()[first];
    long firstTimestamp = batch.timestamps()[first];
    long[] times = new long[size];
    double[] values = new double[size];
    long[] offsets = new long[size];
    long[] timestamps = new long[size];
    int[] corrections = new int[size];
    boolean[] names = new boolean[size];
    for (int i = 0; i < size; i++) {
      int from = accepted[i];
      times[i] = batch.times()[from] - firstTime;
      values[i] = batch.values()[from];
      offsets[i] = batch.offsets()[from] - firstOffset;
      timestamps[i] = batch.timestamps()[from] - firstTimestamp;
      corrections[i] = batch.correction(from);
      names[i] = batch.isByGoods(from);
    }
    return new ReadingsAccepted(
        batch.source(), List.copyOf(newSeries), Arrays.copyOf(series, size), firstTime, times, values,
        firstOffset, offsets, firstTimestamp, timestamps, Correction.sparse(corrections), superseded.build().toArray(),
        Turns.of(names), insteadOfByGoods.build().toArray(),
        refusals.stream().mapToLong(Refusal::offset).toArray(),
        refused(Refusal.Reason.TOO_MANY_SERIES), refused(Refusal.Reason.CONFLICT), neededFrom);
  }

  private long[] refused(Refusal.Reason reason) {
    return refusals.stream().filter(refusal -> refusal.reason() == reason).mapToLong(Refusal::offset).toArray();
  }
}
