package kongo.simulator.books;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import kongo.protocol.RuleBookRecord;
import kongo.rules.RuleBook;
import kongo.rules.RuleHistory;

/**
 * Rule books that are sent while a world goes on, each made from the same one. In turn they hold since ever, since a while
 * ago, from now on, and from soon on. They change no record of the world; the same settings give the same books.
 */
public final class BookChanges {

  private static final String BY = "simulator";
  private static final int TURNS = 4;

  private final BookPlan plan;
  private final RuleBook base;
  private final long start;
  private final SplittableRandom random;

  private int made;
  private boolean isContinued;

  /** @param base what they are made from; a change never builds on the one before */
  public BookChanges(BookPlan plan, RuleBook base, Instant start, long seed) {
    this.plan = plan;
    this.base = base;
    this.start = start.toEpochMilli();
    this.random = new SplittableRandom(seed);
  }

  /** Of a run that goes on where another stopped: what was due when it stopped has been sent. */
  public BookChanges continued() {
    isContinued = true;
    return this;
  }

  /** Those that are due now and were not before, in order. */
  public List<RuleBookRecord> due(long now) {
    List<RuleBookRecord> due = new ArrayList<>();
    while (made < plan.count() && nextAt() <= now) {
      RuleBookRecord next = next(nextAt());
      if (!isContinued) {
        due.add(next);
      }
    }
    isContinued = false;
    return due;
  }

  private long nextAt() {
    return start + (made + 1) * plan.every().toMillis();
  }

  private RuleBookRecord next(long at) {
    long from = from(at);
    Draft draft = new Draft(base, plan).change(random);
    made++;
    return new RuleBookRecord(from, draft.book(), BY, draft.changes());
  }

  private long from(long at) {
    long some = 1 + random.nextLong(2 * plan.every().toMillis());
    return switch (made % TURNS) {
      case 0 -> RuleHistory.EVER;
      case 1 -> at - some;
      case 2 -> at;
      default -> at + some / 2;
    };
  }
}
