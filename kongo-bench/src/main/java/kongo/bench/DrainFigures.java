package kongo.bench;

import java.util.Map;

/**
 * What a drain has measured, from the first record taken to the last offset committed.
 *
 * @param events sensor and RFID records
 * @param plateauEventsPerSecond between 40 % and 95 % of the way, where neither start nor end disturb
 * @param nominalChecks for each reading the Goods present whose rules name its metric
 * @param cpuSeconds by process
 * @param plateauEngineCpuMicrosPerEvent in the same part of the way as {@code plateauEventsPerSecond}
 * @param peakHeapMb highest sum over the nodes of the used heap, looked at twice a second
 * @param nodeRestarts above 0 the figures are worth nothing
 */
public record DrainFigures(
    double seconds,
    long events,
    double eventsPerSecond,
    double plateauEventsPerSecond,
    double rfidShare,
    long nominalChecks,
    double checksPerSecond,
    double journalRows,
    double rowsPerSecond,
    double eventsPerRow,
    double violationRevisions,
    Map<String, Double> cpuSeconds,
    double engineCpuMicrosPerEvent,
    double plateauEngineCpuMicrosPerEvent,
    double cpuMicrosPerEvent,
    double peakHeapMb,
    double gcPauseSeconds,
    double allocatedBytesPerEvent,
    double fillSeconds,
    int nodeRestarts) {

  static DrainFigures of(Filling filling, Measured measured) {
    double events = Math.max(1, filling.events());
    double seconds = measured.timeline().seconds();
    double records = filling.delivered().total();
    return new DrainFigures(
        seconds, filling.events(), filling.events() / seconds, measured.timeline().plateauRate() * filling.events() / records,
        filling.delivered().rfid() / events, filling.checks(), filling.checks() / seconds,
        measured.rows(), measured.rows() / seconds, filling.events() / Math.max(1, measured.rows()), measured.published(),
        measured.cpu().seconds(), measured.cpu().engine() * 1e6 / events,
        measured.timeline().plateauCpu() * 1e6 * records / events, measured.cpu().total() * 1e6 / events,
        measured.peakHeapBytes() / (1 << 20), measured.gcSeconds(), measured.allocatedBytes() / events, filling.seconds(),
        measured.restarts());
  }
}
