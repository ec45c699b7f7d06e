package kongo.bench;

/**
 * What it took until everybody knew a rule book; CPU in seconds.
 *
 * @param revisions of violations that it caused
 */
record SpreadCost(double seconds, double revisions, double engineCpu, double allCpu, long locations) {

  /** Without what the processes take when nothing is to be done, in CPU seconds a second. */
  SpreadCost without(double engineIdle, double allIdle) {
    return new SpreadCost(seconds, revisions, engineCpu - seconds * engineIdle, allCpu - seconds * allIdle, locations);
  }

  double engineCpuMillisPerLocation() {
    return engineCpu * 1e3 / Math.max(1, locations);
  }

  double cpuMillisPerLocation() {
    return allCpu * 1e3 / Math.max(1, locations);
  }
}
