package kongo.host.violations;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import kongo.protocol.PublishedViolation;

/**
 * What is open according to the violations topic up to some positions, so that a start need not read all before them.
 *
 * @param positions of the next record of each partition
 * @param open the open ones
 * @param ended the highest revisions of others, the least recently used first
 * @param forgotten whether there were more open ones than are remembered
 */
public record SavedViolations(
    Map<Integer, Long> positions, List<PublishedViolation> open, Map<String, Long> ended, boolean forgotten) {

  /** Where it is kept for all nodes; fails as the store does. */
  public interface Store {

    Optional<SavedViolations> last();

    void keep(SavedViolations saved);
  }
}
