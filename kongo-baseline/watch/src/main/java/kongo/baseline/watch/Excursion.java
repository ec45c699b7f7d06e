package kongo.baseline.watch;

/** A limit that is broken now, for one Goods by one series. */
final class Excursion {

  final int rule;
  final Series series;
  final long from;
  long count;
  double worst;

  Excursion(int rule, Series series, long from, long count, double worst) {
    this.rule = rule;
    this.series = series;
    this.from = from;
    this.count = count;
    this.worst = worst;
  }

  void extend(double value, Limits limits) {
    count++;
    worst = limits.distance(rule, value) > limits.distance(rule, worst) ? value : worst;
  }
}
