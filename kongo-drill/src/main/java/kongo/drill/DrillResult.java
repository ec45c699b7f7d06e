package kongo.drill;

import java.util.List;

/**
 * What came of one scenario.
 *
 * @param begun when, as ISO text
 * @param records that came in during it; lost, invented, wrong and the like count all since the cluster was started
 * @param lost violations that should have been published
 * @param repeated publications of a revision that was published before, during this scenario
 * @param unread records that were not decided in time
 * @param failedRecords records given up because their actor failed
 * @param audited rows of the journal that the audit read, 0 without one
 * @param findings every difference in words, the first few of each kind; none: all is well
 * @param digest SHA-256 of the final set
 * @param skipped why it was not played, empty if it was
 * @param figures what was measured, in words
 */
public record DrillResult(
    String scenario,
    String what,
    long seed,
    String begun,
    double seconds,
    List<FaultResult> faults,
    long records,
    int expected,
    int lost,
    int invented,
    int wrong,
    long repeated,
    int deadLetters,
    long unread,
    long failedRecords,
    long audited,
    List<String> findings,
    String digest,
    String skipped,
    List<String> figures) {

  public DrillResult {
    // results of earlier runs have none
    figures = figures == null ? List.of() : List.copyOf(figures);
  }

  static DrillResult skipped(Scenario scenario, long seed, String why) {
    return empty(scenario, seed, List.of(), why);
  }

  static DrillResult unfinished(Scenario scenario, long seed, String why) {
    return empty(scenario, seed, List.of("not finished: " + why), "");
  }

  private static DrillResult empty(Scenario scenario, long seed, List<String> findings, String skipped) {
    return new DrillResult(
        scenario.name(), scenario.what(), seed, "", 0, List.of(), 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, findings, "", skipped, List.of());
  }

  /** Whether the proof itself found something wrong: a cluster that does not come back is another matter. */
  public boolean caught() {
    return findings.stream().anyMatch(finding -> !finding.startsWith("not "));
  }

  /** Whether nothing is wrong, however long it took. */
  public boolean clean() {
    return findings.isEmpty();
  }
}
