package kongo.drill;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import kongo.local.LocalStores;
import kongo.replay.AuditReport;
import kongo.replay.Findings;
import kongo.replay.Journal;
import kongo.replay.JournalSettings;
import kongo.replay.Ledger;
import kongo.replay.LedgerResult;
import kongo.verify.Verdict;
import kongo.verify.VerifySettings;

/** What the ledger of all input records and the audit of all journals say. */
record Books(LedgerResult ledger, AuditReport audit) {

  private static final String KEYSPACE = "kongo";
  private static final int FIRST_FEW = 5;

  /** At rest, after the verdict. */
  static Books check(LocalStores stores, VerifySettings settings, Verdict verdict, Consumer<String> say) throws Exception {
    try (Journal journal = open(stores)) {
      LedgerResult ledger = Ledger.balance(settings, journal, true, verdict.unread(), say);
      return new Books(ledger, ledger.audit().orElseThrow());
    }
  }

  /** The journals of all entities; to be closed. */
  static Journal open(LocalStores stores) {
    return Journal.open(
        new JournalSettings(stores.cassandra().contactPoint(), stores.cassandra().datacenter(), KEYSPACE, Optional.empty()));
  }

  /** Rows that the audit read. */
  long rows() {
    return audit.rows();
  }

  /** What must not be, in words. Rows of an older writer at numbers of their own are allowed: no recovery takes them. */
  List<String> findings() {
    List<String> words = new ArrayList<>();
    add(words, "nothing became of", ledger.residual());
    add(words, "journaled twice", ledger.twice());
    add(words, "missing row", audit.faults().gaps());
    add(words, "number written twice", audit.faults().writtenTwice());
    add(words, "row that cannot be read", audit.faults().undecodable());
    add(words, "in two places", audit.twoPlaces());
    if (ledger.total().unknown() > 0) {
      words.add("%d offsets in the journals are beyond the end of their topic".formatted(ledger.total().unknown()));
    }
    return List.copyOf(words);
  }

  private static void add(List<String> words, String kind, Findings findings) {
    findings.first().stream().limit(FIRST_FEW).forEach(each -> words.add(kind + ": " + each));
    if (findings.count() > FIRST_FEW) {
      words.add("%s: and %,d more".formatted(kind, findings.count() - FIRST_FEW));
    }
  }
}
