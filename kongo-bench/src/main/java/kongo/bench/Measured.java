package kongo.bench;

/**
 * What was seen of the processes while a backlog was worked off.
 *
 * @param restarts of nodes
 */
record Measured(
    Timeline timeline, CpuTimes cpu, double rows, double published, double peakHeapBytes, double gcSeconds, double allocatedBytes, int restarts) {}
