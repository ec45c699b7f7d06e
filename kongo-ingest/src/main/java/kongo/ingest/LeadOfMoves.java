package kongo.ingest;

import java.util.function.LongSupplier;
import java.util.function.Supplier;
import kongo.rules.RuleHistory;

/**
 * How far moves of a backlog may run ahead of readings: half of what is the shortest silence by any book. A move tells its
 * Location that time has passed; further ahead, sensors would seem to be silent whose readings only wait. Called by any thread.
 */
final class LeadOfMoves implements LongSupplier {

  private final Supplier<RuleHistory> rules;
  private volatile Known known;

  LeadOfMoves(Supplier<RuleHistory> rules) {
    this.rules = rules;
    this.known = Known.of(rules.get());
  }

  private record Known(RuleHistory history, long millis) {

    private static Known of(RuleHistory history) {
      return new Known(history, history.shortestSilence().orElse(Long.MAX_VALUE) / 2);
    }
  }

  @Override
  public long getAsLong() {
    RuleHistory now = rules.get();
    if (now != known.history) {
      known = Known.of(now);
    }
    return known.millis;
  }
}
