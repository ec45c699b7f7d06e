package kongo.cli;

import java.time.Duration;
import java.util.List;
import java.util.SortedMap;
import java.util.function.Consumer;
import kongo.host.settings.NodeSettings;
import kongo.local.LocalFailure;
import kongo.protocol.RuleBookRecord;
import kongo.replay.Journal;
import kongo.replay.Replay;
import kongo.replay.Replayed;
import kongo.replay.Span;
import kongo.replay.WhatIf;
import kongo.rules.RuleBook;
import kongo.rules.RuleHistory;
import kongo.violation.Status;
import kongo.violation.Violation;

/**
 * What a rule book would change on the data that is there.
 *
 * @param open how many violations are open
 * @param ended how many of them would not be
 * @param opened how many others would be
 */
record BookEffect(WhatIf whatIf, long open, long ended, long opened) {

  static final int MUCH_PERCENT = 20;

  /** @param progress takes a line now and then */
  static BookEffect of(Journal journal, RuleHistory history, RuleBookRecord sent, NodeSettings node, Consumer<String> progress) {
    requireBookOfData(journal, history.sent().get(0).book());
    Duration retention = Duration.ofMillis(node.location().retentionMillis());
    RetentionOfData.require(journal, retention);
    RuleHistory with = history.and(Long.MAX_VALUE, sent.from(), sent.book());
    Replayed replayed = Replay.byHistories(journal, List.of(history, with), retention, progress);
    return between(replayed.complete(replayed.violations().get(0)), replayed.complete(replayed.violations().get(1)));
  }

  static BookEffect between(SortedMap<String, Violation> before, SortedMap<String, Violation> after) {
    long ended = before.values().stream().filter(was -> isOpen(was) && !isOpen(after.get(was.id()))).count();
    long opened = after.values().stream().filter(is -> isOpen(is) && !isOpen(before.get(is.id()))).count();
    long open = before.values().stream().filter(BookEffect::isOpen).count();
    return new BookEffect(WhatIf.between(before, after, Span.ALWAYS), open, ended, opened);
  }

  private static boolean isOpen(Violation violation) {
    return violation != null && violation.status() == Status.OPEN;
  }

  private static void requireBookOfData(Journal journal, RuleBook configured) {
    String kept = journal.ruleBook().orElse(configured.hash());
    if (!kept.equals(configured.hash())) {
      throw new LocalFailure(
          "The nodes were configured with the rule book %.12s, not with %.12s: name the file of theirs with --book.".formatted(kept, configured.hash()));
    }
  }

  boolean turnsMuch() {
    return 100 * (ended + opened) > MUCH_PERCENT * open;
  }
}
