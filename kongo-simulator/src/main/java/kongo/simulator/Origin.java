package kongo.simulator;

/** Where a simulated record comes from. */
public enum Origin {
  WORLD,
  DUPLICATE,
  MISTAKE,
  /** What takes a mistake back. */
  REMEDY,
  GARBAGE
}
