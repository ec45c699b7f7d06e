package kongo.location;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntFunction;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;
import kongo.excursion.Band;
import kongo.excursion.Values;
import kongo.location.LocationEvent.ReadingsAccepted;

/**
 * The readings of a Location: the latest in memory, older ones by an index of its own journal. Knows those of the last
 * event apart, so that the series can be seen as before it and as after it.
 */
final class ReadingMemory {

  private final int mostSeries;
  private int capacity;
  private final List<SeriesKey> keys;
  private final Map<SeriesKey, Integer> numbers = new HashMap<>();
  private final Map<String, List<Integer>> byMetric = new HashMap<>();
  private final List<SeriesMemory> series;
  private final ChunkIndex index;
  private Optional<Chunk> pendingChunk = Optional.empty();
  private int held;
  private int[] latestSeries = {};
  private final Map<String, Long> newest = new HashMap<>();
  private final Map<String, Long> newestBefore = new HashMap<>();
  /** The metrics of which some reading was corrected. */
  private final Set<String> corrected = new HashSet<>();

  ReadingMemory(
      LocationSettings settings, List<SeriesKey> keys, List<SeriesMemory> series, List<Chunk> chunks) {
    this.capacity = settings.readingsInMemory();
    this.mostSeries = settings.series();
    this.keys = new ArrayList<>(keys);
    this.series = new ArrayList<>(series);
    this.index = new ChunkIndex(settings.chunks(), chunks);
    keys.forEach(key -> number(key, numbers.size()));
    series.forEach(one -> held += one.held());
    for (int number = 0; number < keys.size(); number++) {
      tellNewest(number);
    }
  }

  private void number(SeriesKey key, int number) {
    numbers.put(key, number);
    byMetric.computeIfAbsent(key.metric(), metric -> new ArrayList<>()).add(number);
  }

  private void tellNewest(int number) {
    String metric = keys.get(number).metric();
    SeriesMemory one = series.get(number);
    if (one.isOriginal()) {
      newest.merge(metric, one.time(one.size() - 1), Math::max);
    } else {
      corrected.add(metric);
    }
  }

  /** Whether nothing of the metric was corrected, so that it is known when its newest reading was. */
  boolean isOriginal(String metric) {
    return !corrected.contains(metric);
  }

  /** Time of the newest reading of a metric of which nothing was corrected, {@link Values#NONE} if there is none. */
  long newest(String metric) {
    return newest.getOrDefault(metric, Values.NONE);
  }

  /** As it was before the last event. */
  long newestBefore(String metric) {
    return newestBefore.containsKey(metric) ? newestBefore.get(metric) : newest(metric);
  }

  static ReadingMemory empty(LocationSettings settings) {
    return new ReadingMemory(settings, List.of(), List.of(), List.of());
  }

  List<SeriesKey> keys() {
    return keys;
  }

  /** So many that count a Location may have. */
  int mostSeries() {
    return mostSeries;
  }

  /** Of the latest record of a series, void ones too. */
  long latestTime(int number) {
    return series.get(number).newest();
  }

  /** Of the latest records of all series, ascending. */
  long[] latestTimes() {
    return IntStream.range(0, series.size()).mapToLong(this::latestTime).sorted().toArray();
  }

  SeriesMemory memory(int number) {
    return series.get(number);
  }

  List<Chunk> chunks() {
    return index.chunks();
  }

  Optional<Chunk> pendingChunk() {
    return pendingChunk;
  }

  /** The number of a series, -1 when it has not begun. */
  int number(SeriesKey key) {
    return numbers.getOrDefault(key, -1);
  }

  /** Whether it is certain without a look into rows that nothing is accepted of a reading at this time. */
  boolean isNew(int number, long time) {
    SeriesMemory memory = series.get(number);
    return time >= memory.knownFrom() && memory.isNew(time);
  }

  /**
   * All that is accepted of a reading.
   *
   * @throws HistoryMissing if rows of the own journal have to be read first
   */
  Editions editions(int number, long time, History history) {
    SeriesMemory memory = series.get(number);
    if (time >= memory.knownFrom() || memory.has(time) && !mayBeAmended(number, time, time)) {
      return memory.editions(time);
    }
    pendingChunk.ifPresent(chunk -> require(chunk, history, number, time));
    index.require(history, number, time, time, Optional.empty());
    return history.editions(number, time);
  }

  /** What the last event brought is in its row by now. */
  private static void require(Chunk chunk, History history, int number, long time) {
    if (chunk.covers(number, time, time) && !history.has(chunk.rows())) {
      throw new HistoryMissing(List.of(chunk.rows()));
    }
  }

  /** Whether a reading of the series within [first, last] may be more than an original, as far as can be told without a look into rows. */
  boolean mayBeAmended(int number, long first, long last) {
    return series.get(number).mayBeAmended(first, last)
        || index.mayBeAmended(number, first, last)
        || pendingChunk.filter(chunk -> chunk.mayBeAmended(number, first, last)).isPresent();
  }

  /**
   * Forgets the rows before this one, of which nobody needs the readings any more. What is in memory of them goes too, but
   * for the last readings of a series: who asks later sees the same, whether memory was large or small.
   */
  void forgetRowsBefore(long row) {
    index.forgetBefore(row).forEach(chunk -> chunk.forEachSeries(this::forgetUpTo));
  }

  private void forgetUpTo(int number, long time) {
    SeriesMemory memory = series.get(number);
    held -= memory.held();
    memory.evictBefore(time + 1, 0);
    held += memory.held();
  }

  /** The first row of which it is known where its readings are. */
  long firstRow(long none) {
    return index.chunks().stream().findFirst().or(() -> pendingChunk).map(chunk -> chunk.rows().first()).orElse(none);
  }

  /** See {@link ChunkIndex#firstNeeded}; the row of the last event counts as needed. */
  long firstRowNeeded(IntToLongFunction neededFrom, long since, long none) {
    return index.firstNeeded(neededFrom, since, pendingChunk.map(chunk -> chunk.rows().first()).orElse(none));
  }

  /** The latest time before this one at which the series is known to have a value without a look into rows. */
  long anyBefore(int number, long time) {
    SeriesMemory memory = series.get(number);
    int i = memory.atOrBefore(time - 1);
    return Math.max(i < 0 ? Values.NONE : memory.time(i), index.anyBefore(number, time));
  }

  /** Whether the series may break the band within [first, last], as far as can be told without a look into rows. */
  boolean mayBreak(int number, long first, long last, Band band) {
    SeriesMemory memory = series.get(number);
    for (int i = memory.atOrBefore(last); i >= 0 && memory.time(i) >= first; i--) {
      if (band.isBrokenBy(memory.value(i))) {
        return true;
      }
    }
    return first < memory.knownFrom() && index.mayBreak(number, first, last, band);
  }

  /** From the next event on so many readings are held at most; at least 1. */
  void hold(int most) {
    capacity = most;
  }

  /** The next event begins: what the last one brought is no longer apart, and memory returns to its bound. */
  void settle() {
    for (int number : latestSeries) {
      series.get(number).forgetLatest();
    }
    latestSeries = new int[0];
    newestBefore.clear();
    pendingChunk.ifPresent(index::add);
    pendingChunk = Optional.empty();
    if (held > capacity) {
      evict();
    }
  }

  private void evict() {
    long[] times = series.stream().flatMapToLong(SeriesMemory::heldTimes).sorted().toArray();
    int keep = capacity - capacity / 4;
    long horizon = times[times.length - Math.max(keep, 1)];
    held = 0;
    for (int number = 0; number < series.size(); number++) {
      evictBefore(horizon, number);
      held += series.get(number).held();
    }
  }

  private void evictBefore(long horizon, int number) {
    SeriesMemory memory = series.get(number);
    memory.evictBefore(horizon, memory.size() > SeriesMemory.LAST ? onlyHere(number, memory) : 0);
  }

  /** Those that were their series' last when their rows were forgotten: they stay until later rows are forgotten. */
  private int onlyHere(int number, SeriesMemory memory) {
    int count = 0;
    while (count < SeriesMemory.LAST && !index.covers(number, memory.time(count))) {
      count++;
    }
    return count;
  }

  void take(long sequenceNr, ReadingsAccepted readings) {
    for (SeriesKey key : readings.newSeries()) {
      number(key, keys.size());
      keys.add(key);
      series.add(new SeriesMemory());
    }
    TreeSet<Integer> touched = new TreeSet<>();
    for (int i = 0; i < readings.size(); i++) {
      take(readings, i);
      touched.add(readings.series()[i]);
    }
    latestSeries = touched.stream().mapToInt(Integer::intValue).toArray();
    touched.forEach(number -> {
      newestBefore.putIfAbsent(keys.get(number).metric(), newest(keys.get(number).metric()));
      series.get(number).sortLatest();
    });
    touched.forEach(this::tellNewest);
    pendingChunk = readings.size() > 0 ? Optional.of(Chunk.of(sequenceNr, readings)) : Optional.empty();
  }

  private void take(ReadingsAccepted readings, int i) {
    SeriesMemory memory = series.get(readings.series()[i]);
    held -= memory.held();
    memory.take(readings.time(i), readings.correction(i), readings.values()[i], readings.counts(i));
    held += memory.held();
  }

  /** Numbers of the series that the last event brought readings of. */
  int[] latestSeries() {
    return latestSeries;
  }

  /** The metrics of which the last event brought readings. */
  Set<String> latestMetrics() {
    return newestBefore.keySet();
  }

  /** The times of the readings of a metric that the last event brought, ascending. */
  long[] latestTimes(String metric) {
    return Arrays.stream(latestSeries)
        .filter(number -> keys.get(number).metric().equals(metric))
        .mapToObj(number -> series.get(number).latest())
        .flatMapToLong(Arrays::stream)
        .sorted()
        .toArray();
  }

  /** Whether the last event changed or voided readings of a metric. */
  boolean latestAmend(String metric) {
    return Arrays.stream(latestSeries)
        .anyMatch(number -> series.get(number).latestAmend() && keys.get(number).metric().equals(metric));
  }

  /** All series of a metric. */
  List<Values> seriesOf(String metric, IntFunction<Values> series) {
    return byMetric.getOrDefault(metric, List.of()).stream().mapToInt(Integer::intValue).mapToObj(series).toList();
  }

  /** The numbers of the series of a metric, ascending. */
  List<Integer> seriesOf(String metric) {
    return byMetric.getOrDefault(metric, List.of());
  }

  /** A series as it was before the last event. */
  Values before(int number, History history) {
    return new View(number, history, true);
  }

  /** A series as it is. */
  Values after(int number, History history) {
    return new View(number, history, false);
  }

  private final class View implements Values {
    private final int number;
    private final SeriesMemory memory;
    private final History history;
    private final boolean withoutLatest;

    View(int number, History history, boolean withoutLatest) {
      this.number = number;
      this.memory = series.get(number);
      this.history = history;
      this.withoutLatest = withoutLatest;
    }

    /** Whether something counted before the last event that is not in memory any more. */
    private boolean hasReplaced() {
      return withoutLatest && !memory.replaced().isEmpty();
    }

    private boolean hidden(int i) {
      return withoutLatest && memory.isLatest(memory.time(i));
    }

    @Override
    public long before(long time, long notBefore) {
      long found = beforeInMemory(time);
      long unknownTo = Math.min(time, memory.knownFrom()) - 1;
      if (found < memory.knownFrom() && notBefore <= unknownTo) {
        boolean isLast = memory.mayLackLast();
        long older = isLast ? latestOfRows(Math.max(found, notBefore - 1), unknownTo) : olderThan(time, notBefore, unknownTo);
        found = Math.max(found, older);
      }
      return found >= notBefore ? found : NONE;
    }

    private long beforeInMemory(long time) {
      int i = memory.atOrBefore(time - 1);
      while (i >= 0 && hidden(i)) {
        i--;
      }
      long found = i < 0 ? NONE : memory.time(i);
      return withoutLatest ? Math.max(found, memory.replacedBefore(time)) : found;
    }

    private long olderThan(long time, long notBefore, long unknownTo) {
      index.require(history, number, notBefore, unknownTo, Optional.empty());
      return lowerInRows(Math.min(time, unknownTo + 1));
    }

    /** From row to row backwards, since it may take none but the last: the latest time after one and up to another. */
    private long latestOfRows(long after, long last) {
      long least = last + 1;
      while (least > after + 1) {
        least = Math.max(after + 1, index.anyBefore(number, least));
        index.require(history, number, least, last, Optional.empty());
        long found = lowerInRows(last + 1);
        if (found >= least) {
          return found;
        }
      }
      return NONE;
    }

    /** Rows do not know yet what the last event took away. */
    private boolean isGone(long time) {
      return !withoutLatest && memory.isLatest(time);
    }

    private long lowerInRows(long time) {
      Long found = history.of(number).lowerKey(time);
      while (found != null && isGone(found)) {
        found = history.of(number).lowerKey(found);
      }
      return found == null ? NONE : found;
    }

    private long higherInRows(long time) {
      Long found = history.of(number).higherKey(time);
      while (found != null && isGone(found)) {
        found = history.of(number).higherKey(found);
      }
      return found == null ? Long.MAX_VALUE : found;
    }

    @Override
    public long after(long time, long notAfter) {
      long found = afterInMemory(time);
      long unknownTo = Math.min(notAfter, memory.knownFrom() - 1);
      if (memory.knownFrom() != Long.MIN_VALUE && time < unknownTo) {
        index.require(history, number, time + 1, unknownTo, Optional.empty());
        long older = higherInRows(time);
        // What is later memory knows better: rows that were read for something else may not say that it is void.
        found = older <= unknownTo ? Math.min(found, older) : found;
      }
      return found <= notAfter && found != Long.MAX_VALUE ? found : NONE;
    }

    private long afterInMemory(long time) {
      int i = memory.atOrBefore(time) + 1;
      while (i < memory.size() && hidden(i)) {
        i++;
      }
      long found = i < memory.size() ? memory.time(i) : Long.MAX_VALUE;
      Long old = hasReplaced() ? memory.replaced().higherKey(time) : null;
      return old == null ? found : Math.min(found, old);
    }

    @Override
    public long last() {
      long found = beforeInMemory(Long.MAX_VALUE);
      boolean isInRows = found < memory.knownFrom() && memory.knownFrom() != Long.MIN_VALUE;
      return isInRows ? Math.max(found, latestOfRows(found, memory.knownFrom() - 1)) : found;
    }

    @Override
    public long nextBreaking(Band band, long from, long to) {
      long inMemory = nextInMemory(band, from, to);
      if (memory.knownFrom() == Long.MIN_VALUE || from >= Math.min(to, memory.knownFrom())) {
        return inMemory;
      }
      long unknownTo = Math.min(to, memory.knownFrom()) - 1;
      index.require(history, number, from, unknownTo, Optional.of(band));
      for (var entry : history.of(number).subMap(from, true, unknownTo, true).entrySet()) {
        if (band.isBrokenBy(entry.getValue()) && !isGone(entry.getKey())) {
          return inMemory == NONE ? entry.getKey() : Math.min(inMemory, entry.getKey());
        }
      }
      return inMemory;
    }

    private long nextInMemory(Band band, long from, long to) {
      long replaced = hasReplaced() ? nextReplaced(band, from, to) : NONE;
      for (int i = memory.atOrBefore(from - 1) + 1; i < memory.size() && memory.time(i) < to; i++) {
        if (band.isBrokenBy(memory.value(i)) && !hidden(i)) {
          return replaced == NONE ? memory.time(i) : Math.min(replaced, memory.time(i));
        }
      }
      return replaced;
    }

    private long nextReplaced(Band band, long from, long to) {
      return from >= to
          ? NONE
          : memory.replaced().subMap(from, to).entrySet().stream()
              .filter(old -> band.isBrokenBy(old.getValue()))
              .map(Map.Entry::getKey)
              .findFirst()
              .orElse(NONE);
    }

    @Override
    public double at(long time) {
      Double old = hasReplaced() ? memory.replaced().get(time) : null;
      if (old != null) {
        return old;
      }
      int i = memory.atOrBefore(time);
      return i >= 0 && memory.time(i) == time && !hidden(i) ? memory.value(i) : history.of(number).get(time);
    }

    @Override
    public boolean breaks(long time, Band band) {
      return band.isBrokenBy(at(time));
    }
  }
}
