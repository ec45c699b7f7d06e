package kongo.location;

import java.util.AbstractMap;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import kongo.goods.Trail;
import kongo.location.DeferralHint.Range;

/** What is harmless, by series. Of a Location with many series only those are looked at again that have changed. */
final class HarmlessRanges {

  private final BitSet changed = new BitSet();
  private Map<SeriesKey, Integer> numbers = Map.of();
  private Trail<Range> ranges = Trail.empty();

  /** Of this series there are new readings. */
  void changed(int number) {
    changed.set(number);
  }

  /** What may break a rule of anyone is not what it was. */
  void allChanged() {
    changed.clear();
    ranges = Trail.empty();
  }

  /** The ranges now; they stay what they are when others follow. */
  Map<SeriesKey, Range> of(List<SeriesKey> keys, IntFunction<Range> judge) {
    int known = ranges.size();
    for (int i = changed.nextSetBit(0); i >= 0 && i < known; i = changed.nextSetBit(i + 1)) {
      ranges = ranges.with(i, judge.apply(i));
    }
    changed.clear();
    List<Range> more = new ArrayList<>();
    for (int i = known; i < keys.size(); i++) {
      more.add(judge.apply(i));
    }
    ranges = ranges.then(more);
    if (numbers.size() < keys.size()) {
      numbers = numbered(keys);
    }
    return new BySeries(numbers, ranges);
  }

  private static Map<SeriesKey, Integer> numbered(List<SeriesKey> keys) {
    Map<SeriesKey, Integer> numbers = new LinkedHashMap<>();
    keys.forEach(key -> numbers.put(key, numbers.size()));
    return numbers;
  }

  /** Neither changes once it is here. */
  private static final class BySeries extends AbstractMap<SeriesKey, Range> {
    private final Map<SeriesKey, Integer> numbers;
    private final Trail<Range> ranges;

    BySeries(Map<SeriesKey, Integer> numbers, Trail<Range> ranges) {
      this.numbers = numbers;
      this.ranges = ranges;
    }

    @Override
    public Range get(Object series) {
      Integer number = numbers.get(series);
      return number == null ? null : ranges.get(number);
    }

    @Override
    public boolean containsKey(Object series) {
      return numbers.containsKey(series);
    }

    @Override
    public Set<Entry<SeriesKey, Range>> entrySet() {
      Map<SeriesKey, Range> all = new LinkedHashMap<>();
      numbers.forEach((key, number) -> all.put(key, ranges.get(number)));
      return all.entrySet();
    }
  }
}
