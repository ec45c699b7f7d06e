package kongo.spread;

import java.util.Optional;
import kongo.entity.BookNews;

/**
 * What a young entity hears of rule books before it begins with a command; until it is done with that, the rules of its node
 * know that one with older books may yet come into the journal. Used on the entity's thread.
 */
public final class Birth implements BookNews {

  private final RulesHere rules;
  private final String persistenceId;
  private boolean isTold;

  public Birth(RulesHere rules, String persistenceId) {
    this.rules = rules;
    this.persistenceId = persistenceId;
  }

  /** A command comes, and with it perhaps the first event. */
  @Override
  public Optional<Newest> newest() {
    if (!isTold) {
      isTold = true;
      rules.begins(persistenceId);
    }
    return rules.newestSent();
  }

  /** What it was asked is durable, or it ends. */
  public void isOver() {
    if (isTold) {
      isTold = false;
      rules.hasBegun(persistenceId);
    }
  }
}
