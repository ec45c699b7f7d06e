package kongo.location;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.IntToLongFunction;
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
  private final List<SeriesMemory> series;
  private final ChunkIndex index;
  private Optional<Chunk> pendingChunk = Optional.empty();
  private int held;
  private int[] latestSeries = {};

  ReadingMemory(
      LocationSettings settings, List<SeriesKey> keys, List<SeriesMemory> series, List<Chunk> chunks) {
    this.capacity = settings.readingsInMemory();
    this.mostSeries = settings.series();
    this.keys = new ArrayList<>(keys);
    this.series = new ArrayList<>(series);
    this.index = new ChunkIndex(settings.chunks(), chunks);
    keys.forEach(key -> numbers.put(key, numbers.size()));
    series.forEach(one -> held += one.size());
  }

  static ReadingMemory empty(LocationSettings settings) {
    return new ReadingMemory(settings, List.of(), List.of(), List.of());
  }

  List<SeriesKey> keys() {
    return keys;
  }

  /** Whether with so many new series no other may begin. */
  boolean isFullWith(int more) {
    return keys.size() + more >= mostSeries;
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

  boolean knows(int number, long time, History history) {
    SeriesMemory memory = series.get(number);
    if (memory.has(time)) {
      return true;
    }
    if (time >= memory.knownFrom()) {
      return false;
    }
    index.require(history, number, time, time, Optional.empty());
    return history.of(number).containsKey(time);
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
    held -= memory.size();
    memory.evictBefore(time + 1, 0);
    held += memory.size();
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
    pendingChunk.ifPresent(index::add);
    pendingChunk = Optional.empty();
    if (held > capacity) {
      evict();
    }
  }

  private void evict() {
    long[] times = series.stream().map(SeriesMemory::times).flatMapToLong(Arrays::stream).sorted().toArray();
    int keep = capacity - capacity / 4;
    long horizon = times[times.length - Math.max(keep, 1)];
    held = 0;
    for (int number = 0; number < series.size(); number++) {
      evictBefore(horizon, number);
      held += series.get(number).size();
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
      numbers.put(key, keys.size());
      keys.add(key);
      series.add(new SeriesMemory());
    }
    TreeSet<Integer> touched = new TreeSet<>();
    for (int i = 0; i < readings.size(); i++) {
      series.get(readings.series()[i]).add(readings.time(i), readings.values()[i]);
      touched.add(readings.series()[i]);
    }
    held += readings.size();
    latestSeries = touched.stream().mapToInt(Integer::intValue).toArray();
    touched.forEach(number -> series.get(number).sortLatest());
    pendingChunk = readings.size() > 0 ? Optional.of(Chunk.of(sequenceNr, readings)) : Optional.empty();
  }

  /** Numbers of the series that the last event brought readings of. */
  int[] latestSeries() {
    return latestSeries;
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

    private boolean hidden(int i) {
      return withoutLatest && memory.isLatest(memory.time(i));
    }

    @Override
    public long before(long time, long notBefore) {
      int i = memory.atOrBefore(time - 1);
      while (i >= 0 && hidden(i)) {
        i--;
      }
      long found = i < 0 ? NONE : memory.time(i);
      long unknownTo = Math.min(time, memory.knownFrom()) - 1;
      if (found < memory.knownFrom() && notBefore <= unknownTo) {
        index.require(history, number, notBefore, unknownTo, Optional.empty());
        Long older = history.of(number).lowerKey(time);
        found = older == null ? found : Math.max(found, older);
      }
      return found >= notBefore ? found : NONE;
    }

    @Override
    public long after(long time, long notAfter) {
      int i = memory.atOrBefore(time) + 1;
      while (i < memory.size() && hidden(i)) {
        i++;
      }
      long found = i < memory.size() ? memory.time(i) : Long.MAX_VALUE;
      long unknownTo = Math.min(notAfter, memory.knownFrom() - 1);
      if (memory.knownFrom() != Long.MIN_VALUE && time < unknownTo) {
        index.require(history, number, time + 1, unknownTo, Optional.empty());
        Long older = history.of(number).higherKey(time);
        found = older == null ? found : Math.min(found, older);
      }
      return found <= notAfter && found != Long.MAX_VALUE ? found : NONE;
    }

    @Override
    public long last() {
      int i = memory.size() - 1;
      while (i >= 0 && hidden(i)) {
        i--;
      }
      return i < 0 ? NONE : memory.time(i);
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
        if (band.isBrokenBy(entry.getValue())) {
          return inMemory == NONE ? entry.getKey() : Math.min(inMemory, entry.getKey());
        }
      }
      return inMemory;
    }

    private long nextInMemory(Band band, long from, long to) {
      for (int i = memory.atOrBefore(from - 1) + 1; i < memory.size() && memory.time(i) < to; i++) {
        if (band.isBrokenBy(memory.value(i)) && !hidden(i)) {
          return memory.time(i);
        }
      }
      return NONE;
    }

    @Override
    public double at(long time) {
      int i = memory.atOrBefore(time);
      return i >= 0 && memory.time(i) == time ? memory.value(i) : history.of(number).get(time);
    }

    @Override
    public boolean breaks(long time, Band band) {
      return band.isBrokenBy(at(time));
    }
  }
}
