package kongo.stream;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import kongo.location.DeferralHint;
import kongo.location.Reading;
import kongo.location.ReadingBatch;
import kongo.location.SeriesKey;
import kongo.location.Turns;
import kongo.stream.HeldReadings.Delivery;
import kongo.violation.Source;

/** The readings of one Location that wait to be delivered together, in columns. */
final class Waiting<T> {

  private static final int INITIAL = 16;
  /** Most batches bring nothing but originals. */
  private static final int[] ORIGINALS = {};
  /** And most places are no Goods' own. */
  private static final boolean[] OF_LOCATION = {};

  private final long since;
  private final List<Ticket<T>> tickets = new ArrayList<>(2);
  private final List<SeriesKey> keys = new ArrayList<>();
  private final List<DeferralHint.Range> ranges = new ArrayList<>();

  private Optional<DeferralHint> harmless;
  private long until;
  private boolean takesGoods;
  private int size;
  private int[] series = new int[INITIAL];
  private long[] times = new long[INITIAL];
  private double[] values = new double[INITIAL];
  private long[] offsets = new long[INITIAL];
  private long[] timestamps = new long[INITIAL];
  private int[] corrections = ORIGINALS;
  private boolean[] byGoods = OF_LOCATION;
  private boolean matters;

  /** @param matters whether these must not wait whatever they are, since what is harmless is about to change */
  Waiting(Optional<DeferralHint> harmless, long since, boolean matters) {
    this.since = since;
    judgeBy(harmless);
    this.matters = matters || harmless.isEmpty();
  }

  private void judgeBy(Optional<DeferralHint> hint) {
    harmless = hint;
    until = hint.map(DeferralHint::until).orElse(Long.MIN_VALUE);
    takesGoods = hint.map(DeferralHint::takesGoods).orElse(false);
    ranges.clear();
    keys.forEach(key -> ranges.add(range(key)));
  }

  /** Answers whether it is the first reading of that batch here. */
  boolean add(Ticket<T> ticket, boolean namesGoods, Reading reading, int correction, long offset, long timestamp) {
    if (size == times.length) {
      grow();
    }
    int number = number(reading);
    series[size] = number;
    times[size] = reading.time();
    values[size] = reading.value();
    offsets[size] = offset;
    timestamps[size++] = timestamp;
    if (namesGoods) {
      name(size - 1);
    }
    matters = matters || correction != 0 || mayMatter(size - 1);
    if (correction != 0) {
      correct(size - 1, correction);
    }
    boolean first = tickets.isEmpty() || tickets.get(tickets.size() - 1) != ticket;
    if (first) {
      tickets.add(ticket);
    }
    return first;
  }

  private void name(int reading) {
    if (byGoods.length < times.length) {
      byGoods = Arrays.copyOf(byGoods, times.length);
    }
    byGoods[reading] = true;
  }

  private void correct(int reading, int correction) {
    if (corrections.length < times.length) {
      corrections = Arrays.copyOf(corrections, times.length);
    }
    corrections[reading] = correction;
  }

  /** Few series at a Location, and mostly the same instances of their names: looking through them beats hashing. */
  private int number(Reading reading) {
    for (int i = 0; i < keys.size(); i++) {
      SeriesKey key = keys.get(i);
      if (key.metric().equals(reading.metric()) && key.sensor().equals(reading.sensor())) {
        return i;
      }
    }
    return begin(new SeriesKey(reading.metric(), reading.sensor()));
  }

  private int begin(SeriesKey key) {
    keys.add(key);
    ranges.add(range(key));
    return keys.size() - 1;
  }

  private DeferralHint.Range range(SeriesKey key) {
    return harmless.map(hint -> hint.of(key)).orElse(DeferralHint.Range.NOTHING);
  }

  private boolean mayMatter(int reading) {
    boolean isOfGoods = reading < byGoods.length && byGoods[reading];
    return !ranges.get(series[reading]).has(times[reading], values[reading]) || times[reading] >= until || isOfGoods && !takesGoods;
  }

  /** If the Location has changed since, what was harmless may matter. */
  void review(Optional<DeferralHint> now) {
    if (!matters && !now.map(DeferralHint::asOf).equals(harmless.map(DeferralHint::asOf))) {
      judgeBy(now);
      matters = IntStream.range(0, size).anyMatch(this::mayMatter);
    }
  }

  private void grow() {
    int capacity = size * 2;
    series = Arrays.copyOf(series, capacity);
    times = Arrays.copyOf(times, capacity);
    values = Arrays.copyOf(values, capacity);
    offsets = Arrays.copyOf(offsets, capacity);
    timestamps = Arrays.copyOf(timestamps, capacity);
  }

  /** Whether any of them may change a violation, or there are many. */
  boolean isReady(HoldLimits limits) {
    return matters || size >= limits.readings();
  }

  long since() {
    return since;
  }

  int size() {
    return size;
  }

  Delivery<T> delivery(String location, Source source) {
    return new Delivery<>(location, batch(source), tickets, matters);
  }

  private ReadingBatch batch(Source source) {
    return new ReadingBatch(
        source,
        List.copyOf(keys),
        Arrays.copyOf(series, size),
        Arrays.copyOf(times, size),
        Arrays.copyOf(values, size),
        Arrays.copyOf(offsets, size),
        Arrays.copyOf(timestamps, size),
        corrections == ORIGINALS ? ORIGINALS : Arrays.copyOf(corrections, size),
        byGoods == OF_LOCATION ? Turns.NONE : Turns.of(Arrays.copyOf(byGoods, size)));
  }
}
