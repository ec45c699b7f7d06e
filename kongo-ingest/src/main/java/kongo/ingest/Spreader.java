package kongo.ingest;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import kongo.spread.BookRound;
import kongo.spread.Spreading;

/** Brings the rule books to all entities from this node, and says how far they are. Used on one thread. */
final class Spreader {

  private static final Duration LONGEST_SILENCE = Duration.ofMinutes(1);
  private static final int TROUBLES = 5;
  /** Of those that fail so many are named to all nodes: 100 ids of 256 characters are no large message. */
  private static final int NAMED = 100;

  /** What the spreading needs of its node. */
  record Means(EntityAsks entities, BookLog books, EntityPages pages, SpreadStore store, IngestSettings settings, IngestMetrics metrics) {}

  private final Means means;
  private final Unanswered unanswered = new Unanswered(System::nanoTime);
  private final BookRound round;

  /**
   * @param kept where it was
   * @param self runs something on the thread of the spreading
   */
  Spreader(Means means, Lane lane, Spreading kept, Consumer<Runnable> self) {
    this.means = means;
    IngestSettings settings = means.settings();
    NodeSpreadShell shell = new NodeSpreadShell(means, lane, unanswered, self);
    this.round = new BookRound(means.books().rules(), shell, settings.asks(), settings::booksAtOnce, kept);
  }

  BookRound round() {
    return round;
  }

  Spreading state() {
    return round.state();
  }

  BookTalk.Progress progress() {
    Spreading state = state();
    return new BookTalk.Progress(
        means.books().version(), state.target(), state.completed(), state.done(), round.all(), state.failed().size(),
        state.failed().keySet().stream().limit(NAMED).toList(), troubles());
  }

  private List<String> troubles() {
    List<String> troubles = new ArrayList<>();
    state().failed().entrySet().stream().limit(TROUBLES)
        .forEach(each -> troubles.add("%s cannot take the rule books: %s".formatted(each.getKey(), each.getValue())));
    if (state().failed().size() > TROUBLES) {
      troubles.add("%d more cannot either".formatted(state().failed().size() - TROUBLES));
    }
    unanswered.longerThan(LONGEST_SILENCE).ifPresent(troubles::add);
    return List.copyOf(troubles);
  }
}
