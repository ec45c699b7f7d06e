package kongo.baseline.watch;

/** The last value that one sensor told of one metric. */
final class Series {

  final int metric;
  final String sensor;
  long time = Long.MIN_VALUE;
  double value;

  /** How many excursions rest on it now. */
  int excursions;

  Series(int metric, String sensor) {
    this.metric = metric;
    this.sensor = sensor;
  }

  boolean is(int otherMetric, String otherSensor) {
    return metric == otherMetric && sensor.equals(otherSensor);
  }

  boolean isEmpty() {
    return time == Long.MIN_VALUE;
  }

  void set(long newTime, double newValue) {
    time = newTime;
    value = newValue;
  }
}
