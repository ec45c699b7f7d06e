package kongo.replay;

import java.util.Map;
import java.util.Optional;

/**
 * Whether the ledger balances.
 *
 * @param byTopic the numbers of each input topic
 * @param residual input records that nothing became of
 * @param twice input records that are in more than one journal row
 * @param both input records that are in a journal row and in the dead letters: given up, although something follows from them
 * @param conflicts records among the dead letters that say otherwise than one that was taken
 * @param unread input records that the engine had not committed when the wait was over
 * @param faults what was found in the journals on the way
 */
public record LedgerResult(
    Map<String, Balance> byTopic,
    Findings residual,
    Findings twice,
    Findings both,
    long conflicts,
    long unread,
    JournalFaults faults,
    Optional<AuditReport> audit) {

  public Balance total() {
    return byTopic.values().stream().reduce(Balance.NONE, Balance::plus);
  }

  public boolean isClean() {
    return residual.isNone() && twice.isNone() && both.isNone() && unread == 0 && total().unknown() == 0
        && faults.isNone() && audit.map(AuditReport::isClean).orElse(true);
  }
}
