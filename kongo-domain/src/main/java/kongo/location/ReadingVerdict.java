package kongo.location;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kongo.location.LocationEvent.ReadingsAccepted;
import kongo.violation.Refusal;
import kongo.violation.RefusedOffsets;

/** What becomes of the readings of a batch: new, repeated or refused. */
final class ReadingVerdict {

  private record Fresh(int series, long time) {}

  private final ReadingBatch batch;
  private final ReadingMemory memory;
  private final History history;
  private final RefusedOffsets refusedBefore;
  private final long lastOffset;

  private final List<SeriesKey> newSeries = new ArrayList<>();
  private final List<Refusal> refusals = new ArrayList<>();
  private Optional<Set<Fresh>> fresh = Optional.empty();
  private long[] latest = {};
  private int[] accepted = {};
  private int[] series = {};
  private int size;
  private int duplicates;
  private long newest;

  private ReadingVerdict(
      ReadingBatch batch,
      ReadingMemory memory,
      History history,
      RefusedOffsets refusedBefore,
      long lastOffset,
      long newest) {
    this.batch = batch;
    this.memory = memory;
    this.history = history;
    this.refusedBefore = refusedBefore;
    this.lastOffset = lastOffset;
    this.newest = newest;
  }

  /**
   * @param refusedBefore offsets that were refused before
   * @param lastOffset highest offset judged before
   * @param newest latest time accepted before
   * @throws HistoryMissing if it takes older readings to tell
   */
  static ReadingVerdict of(
      ReadingBatch batch,
      ReadingMemory memory,
      History history,
      RefusedOffsets refusedBefore,
      long lastOffset,
      long newest,
      long retentionMillis) {
    ReadingVerdict verdict = new ReadingVerdict(batch, memory, history, refusedBefore, lastOffset, newest);
    verdict.accepted = new int[batch.size()];
    verdict.series = new int[batch.size()];
    verdict.latest = new long[memory.keys().size() + batch.series().size()];
    Arrays.fill(verdict.latest, Long.MIN_VALUE);
    for (int i = 0; i < batch.size(); i++) {
      verdict.judge(i, retentionMillis);
    }
    return verdict;
  }

  private void judge(int i, long retentionMillis) {
    SeriesKey key = batch.series().get(batch.seriesOf()[i]);
    int number = numberOf(key);
    long time = batch.times()[i];
    boolean acceptedBefore = batch.offsets()[i] <= lastOffset && !refusedBefore.contains(batch.offsets()[i]);
    if (newest - time > retentionMillis && !(acceptedBefore && isKnown(number, time))) {
      refusals.add(new Refusal(batch.offsets()[i], Refusal.Reason.TOO_LATE));
    } else if (number < 0 && memory.keys().size() + newSeries.size() >= ReadingMemory.MAX_SERIES) {
      refusals.add(new Refusal(batch.offsets()[i], Refusal.Reason.TOO_MANY_SERIES));
    } else if (isKnown(number, time)) {
      duplicates++;
    } else {
      accept(i, number < 0 ? begin(key) : number, time);
    }
  }

  private int numberOf(SeriesKey key) {
    int number = memory.number(key);
    int begun = number < 0 ? newSeries.indexOf(key) : -1;
    return begun < 0 ? number : memory.keys().size() + begun;
  }

  private int begin(SeriesKey key) {
    newSeries.add(key);
    return memory.keys().size() + newSeries.size() - 1;
  }

  private boolean isKnown(int number, long time) {
    if (number < 0) {
      return false;
    }
    return isFresh(number, time) || (number < memory.keys().size() && memory.knows(number, time, history));
  }

  /** Whether the batch itself has brought it before; what comes in the order of its times needs no look. */
  private boolean isFresh(int number, long time) {
    return time <= latest[number] && fresh().contains(new Fresh(number, time));
  }

  private Set<Fresh> fresh() {
    if (fresh.isEmpty()) {
      Set<Fresh> all = new HashSet<>();
      for (int i = 0; i < size; i++) {
        all.add(new Fresh(series[i], batch.times()[accepted[i]]));
      }
      fresh = Optional.of(all);
    }
    return fresh.get();
  }

  private void accept(int i, int number, long time) {
    fresh.ifPresent(known -> known.add(new Fresh(number, time)));
    latest[number] = Math.max(latest[number], time);
    accepted[size] = i;
    series[size++] = number;
    newest = Math.max(newest, time);
  }

  List<Refusal> refusals() {
    return refusals;
  }

  int duplicates() {
    return duplicates;
  }

  /** Whether there is nothing to journal: a refusal that was judged before is in the journal already. */
  boolean isEmpty() {
    return size == 0 && refusals.stream().allMatch(refusal -> refusal.offset() <= lastOffset);
  }

  ReadingsAccepted event() {
    int first = size == 0 ? 0 : accepted[0];
    long firstTime = batch.times()[first];
    long firstOffset = batch.offsets()[first];
    long firstTimestamp = batch.timestamps()[first];
    long[] times = new long[size];
    double[] values = new double[size];
    long[] offsets = new long[size];
    long[] timestamps = new long[size];
    for (int i = 0; i < size; i++) {
      int from = accepted[i];
      times[i] = batch.times()[from] - firstTime;
      values[i] = batch.values()[from];
      offsets[i] = batch.offsets()[from] - firstOffset;
      timestamps[i] = batch.timestamps()[from] - firstTimestamp;
    }
    return new ReadingsAccepted(
        batch.source(), List.copyOf(newSeries), Arrays.copyOf(series, size), firstTime, times, values,
        firstOffset, offsets, firstTimestamp, timestamps,
        refusals.stream().mapToLong(Refusal::offset).toArray());
  }
}
