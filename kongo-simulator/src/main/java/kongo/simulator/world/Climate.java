package kongo.simulator.world;

/** The temperatures that a place is kept at, or a Goods needs. */
enum Climate {
  UNCONTROLLED(-273, 1000),
  T1(-273, -20),
  T2(2, 8),
  T3(8, 15),
  T4(15, 25),
  T5(1, 30);

  static final int CLASSES = 5;

  private static final Climate[] ALL = values();

  final double min;
  final double max;

  Climate(double min, double max) {
    this.min = min;
    this.max = max;
  }

  /** @param index 1 to {@link #CLASSES}, 0 for none */
  static Climate of(int index) {
    return ALL[index];
  }
}
