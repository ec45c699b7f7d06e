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
  private final RefusedOffsets refusedForSeries;
  private final long lastOffset;
  private final long closedBefore;

  private final List<SeriesKey> newSeries = new ArrayList<>();
  private final List<Refusal> refusals = new ArrayList<>();
  private Optional<Set<Fresh>> fresh = Optional.empty();
  /** By position among the series of the batch: its number or -1, and the latest time that the batch has brought. */
  private int[] numbers = {};
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
      RefusedOffsets refusedForSeries,
      long lastOffset,
      long newest,
      long closedBefore) {
    this.batch = batch;
    this.memory = memory;
    this.history = history;
    this.refusedBefore = refusedBefore;
    this.refusedForSeries = refusedForSeries;
    this.lastOffset = lastOffset;
    this.newest = newest;
    this.closedBefore = closedBefore;
  }

  /**
   * @param refusedBefore offsets that were refused before
   * @param refusedForSeries those of them that would have begun a series too many
   * @param lastOffset highest offset judged before
   * @param newest latest time accepted before
   * @param closedBefore of what came before and is earlier than this, only that it came is known
   * @throws HistoryMissing if it takes older readings to tell
   */
  static ReadingVerdict of(
      ReadingBatch batch,
      ReadingMemory memory,
      History history,
      RefusedOffsets refusedBefore,
      RefusedOffsets refusedForSeries,
      long lastOffset,
      long newest,
      long retentionMillis,
      long closedBefore) {
    ReadingVerdict verdict =
        new ReadingVerdict(batch, memory, history, refusedBefore, refusedForSeries, lastOffset, newest, closedBefore);
    verdict.accepted = new int[batch.size()];
    verdict.series = new int[batch.size()];
    verdict.numbers = batch.series().stream().mapToInt(memory::number).toArray();
    verdict.latest = new long[batch.series().size()];
    Arrays.fill(verdict.latest, Long.MIN_VALUE);
    for (int i = 0; i < batch.size(); i++) {
      verdict.judge(i, retentionMillis);
    }
    return verdict;
  }

  private void judge(int i, long retentionMillis) {
    int which = batch.seriesOf()[i];
    boolean begun = numbers[which] >= 0;
    long time = batch.times()[i];
    boolean acceptedBefore = batch.offsets()[i] <= lastOffset && !refusedBefore.contains(batch.offsets()[i]);
    boolean late = newest - time > retentionMillis && !refusedForSeries.contains(batch.offsets()[i]);
    if (late && acceptedBefore && time < closedBefore) {
      duplicates++;
    } else if (late && !(acceptedBefore && isKnown(which, time))) {
      refusals.add(new Refusal(batch.offsets()[i], Refusal.Reason.TOO_LATE));
    } else if (!begun && memory.isFullWith(newSeries.size())) {
      refusals.add(new Refusal(batch.offsets()[i], Refusal.Reason.TOO_MANY_SERIES));
    } else if (isKnown(which, time)) {
      duplicates++;
    } else {
      accept(i, which, time);
    }
  }

  private int begin(int which) {
    newSeries.add(batch.series().get(which));
    return memory.keys().size() + newSeries.size() - 1;
  }

  private boolean isKnown(int which, long time) {
    int number = numbers[which];
    if (number < 0) {
      return false;
    }
    return isFresh(which, time) || (number < memory.keys().size() && memory.knows(number, time, history));
  }

  /** Whether the batch itself has brought it before; what comes in the order of its times needs no look. */
  private boolean isFresh(int which, long time) {
    return time <= latest[which] && fresh().contains(new Fresh(numbers[which], time));
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

  private void accept(int i, int which, long time) {
    if (numbers[which] < 0) {
      numbers[which] = begin(which);
    }
    int number = numbers[which];
    fresh.ifPresent(known -> known.add(new Fresh(number, time)));
    latest[which] = Math.max(latest[which], time);
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
        refusals.stream().mapToLong(Refusal::offset).toArray(),
        refusals.stream()
            .filter(refusal -> refusal.reason() == Refusal.Reason.TOO_MANY_SERIES)
            .mapToLong(Refusal::offset)
            .toArray(),
        neededFrom);
  }
}
