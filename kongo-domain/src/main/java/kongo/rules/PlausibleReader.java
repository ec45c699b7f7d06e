package kongo.rules;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Reads what sensors can mean, by metric. */
final class PlausibleReader {

  static final String METRICS = "metrics";
  private static final Set<String> KEYS = new TreeSet<>(Set.of("min", "max", "not"));

  private PlausibleReader() {}

  static SortedMap<String, Plausible> read(Fields book) {
    SortedMap<String, Plausible> all = new TreeMap<>();
    book.within(METRICS, "key " + METRICS).ifPresent(metrics -> metrics.names().forEach(
        metric -> metrics.within(metric, "metric " + metric).flatMap(fields -> plausible(metric, fields)).ifPresent(one -> all.put(metric, one))));
    return all;
  }

  private static Optional<Plausible> plausible(String metric, Fields fields) {
    int before = fields.problems();
    if (!Fields.isIdentifier(metric) || ReservedMetric.isReserved(metric)) {
      fields.refuse("has to be named as what is measured: " + Fields.IDENTIFIERS + ", not - alone, and not rate.*, load.* or aboard.*");
    }
    fields.allowOnly(KEYS);
    OptionalDouble min = fields.number("min", Double.NEGATIVE_INFINITY, false, "a finite number");
    OptionalDouble max = fields.number("max", Double.NEGATIVE_INFINITY, false, "a finite number");
    Set<Double> not = fields.numbers("not");
    if (!fields.has("min") && !fields.has("max") && !fields.has("not")) {
      fields.refuse("has to have at least one of the keys min, max and not");
    }
    if (min.isPresent() && max.isPresent() && min.getAsDouble() > max.getAsDouble()) {
      fields.refuse("min", "has to be at most max");
    }
    return fields.problems() > before
        ? Optional.empty()
        : Optional.of(new Plausible(min.orElse(Double.NEGATIVE_INFINITY), max.orElse(Double.POSITIVE_INFINITY), not));
  }
}
