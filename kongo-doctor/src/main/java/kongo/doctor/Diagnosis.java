package kongo.doctor;

import java.util.List;
import kongo.doctor.finding.Finding;
import kongo.doctor.finding.Urgency;

/**
 * What an examination found.
 *
 * @param records input records that were looked at
 * @param findings what has to be put right first, of that what does most harm first
 * @param unremembered how often something was not remembered, since there was too much: of that nothing is said
 */
public record Diagnosis(long records, List<Finding> findings, long unremembered) {

  /** How many findings there are of that urgency. */
  public long count(Urgency urgency) {
    return findings.stream().filter(finding -> finding.heading().urgency() == urgency).count();
  }

  /** Whether there was nothing to look at. */
  public boolean isEmpty() {
    return records == 0;
  }

  /** Whether nothing has to be put right; of nothing, nothing can be said. */
  public boolean isWell() {
    return !isEmpty() && count(Urgency.FIX) == 0;
  }
}
