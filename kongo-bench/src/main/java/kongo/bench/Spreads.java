package kongo.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Every figure over several runs, sorted, by its path in the runs, such as cpuSeconds.kafka. */
record Spreads(Map<String, List<Double>> sorted) {

  static Spreads of(List<JsonNode> runs) {
    Map<String, List<Double>> values = new LinkedHashMap<>();
    runs.forEach(run -> collect("", run, values));
    values.values().forEach(each -> each.sort(null));
    return new Spreads(values);
  }

  private static void collect(String path, JsonNode node, Map<String, List<Double>> values) {
    if (node.isNumber()) {
      values.computeIfAbsent(path, added -> new ArrayList<>()).add(node.doubleValue());
    }
    node.fields().forEachRemaining(field -> collect(path.isEmpty() ? field.getKey() : path + "." + field.getKey(), field.getValue(), values));
  }

  Map<String, Double> medians() {
    Map<String, Double> medians = new LinkedHashMap<>();
    sorted.forEach((path, values) -> medians.put(path, median(values)));
    return medians;
  }

  private static double median(List<Double> values) {
    int middle = values.size() / 2;
    return values.size() % 2 == 1 ? values.get(middle) : (values.get(middle - 1) + values.get(middle)) / 2;
  }

  /** Least and greatest. */
  Map<String, List<Double>> ranges() {
    Map<String, List<Double>> ranges = new LinkedHashMap<>();
    sorted.forEach((path, values) -> ranges.put(path, List.of(values.get(0), values.get(values.size() - 1))));
    return ranges;
  }
}
