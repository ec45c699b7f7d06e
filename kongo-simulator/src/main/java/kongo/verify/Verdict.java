package kongo.verify;

import java.util.List;
import java.util.SortedMap;
import kongo.violation.Violation;

/**
 * What a verification found.
 *
 * @param unread input records that the engine had not committed when the wait was over
 * @param closed violations, expected or observed, that began before the horizon of their owner: they are not compared
 * @param delays of revisions, each counted where it was published first
 * @param corrections of revisions that say otherwise than what was published before, but for a violation's end
 * @param stays how the stays differ that are published
 * @param contradictions what was published in two ways and records that are no violations or stays, in words
 * @param failed records that were given up because their actor failed, and that the reference therefore leaves out
 * @param deadLetterDifferences dead letters that are missing, wrong or too many, in words
 */
public record Verdict(
    long inputs,
    long duplicates,
    long unread,
    SortedMap<String, Violation> expected,
    SortedMap<String, Violation> observed,
    int closed,
    Difference difference,
    long publications,
    long repeated,
    Delays delays,
    Delays corrections,
    StaysDifference stays,
    List<String> contradictions,
    int deadLetters,
    List<String> failed,
    List<String> deadLetterDifferences) {

  public long failedRecords() {
    return failed.size();
  }

  /** Whether there was nothing to verify, so that nothing is proved. */
  public boolean isEmpty() {
    return inputs == 0;
  }

  /** Whether everything is as the reference says; of nothing, nothing can be said. */
  public boolean isClean() {
    return !isEmpty() && unread == 0 && difference.isNone() && stays.isNone() && contradictions.isEmpty() && deadLetterDifferences.isEmpty();
  }
}
