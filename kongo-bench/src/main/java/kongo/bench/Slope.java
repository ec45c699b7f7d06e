package kongo.bench;

/** How a figure grows with time, by linear regression over all its values. */
final class Slope {

  private int count;
  private double sumX;
  private double sumY;
  private double sumXX;
  private double sumXY;
  private double last;

  void add(double seconds, double value) {
    count++;
    sumX += seconds;
    sumY += value;
    sumXX += seconds * seconds;
    sumXY += seconds * value;
    last = value;
  }

  /** Per second; 0 while there is too little to tell. */
  double slope() {
    double spread = count * sumXX - sumX * sumX;
    return count < 2 || spread == 0 ? 0 : (count * sumXY - sumX * sumY) / spread;
  }

  double last() {
    return last;
  }
}
