package kongo.replay;

import java.util.List;
import java.util.function.Function;
import kongo.goods.GoodsEvent;
import kongo.goods.GoodsSettings;
import kongo.goods.GoodsSnapshot;
import kongo.goods.GoodsState;
import kongo.goods.ViolationRevised;
import kongo.location.History;
import kongo.location.HistoryMissing;
import kongo.location.LocationEvent;
import kongo.location.LocationEvent.ReadingsAccepted;
import kongo.location.LocationSettings;
import kongo.location.LocationSnapshot;
import kongo.location.LocationState;
import kongo.location.RuleIndex;
import kongo.rules.RuleBooks;
import kongo.violation.Revision;

/** An entity that comes back from what is stored of it, as its actor does, and says what each event changes. */
interface Recovered {

  long RETENTION = 30L * 24 * 60 * 60 * 1000;
  RuleIndex RULES = new RuleIndex(RuleBooks.shipped());
  LocationSettings LITTLE_MEMORY = new LocationSettings(RETENTION, 50);

  void apply(long sequenceNr, Object event);

  /** What the last event changed in the violations. */
  List<Revision> effects();

  /** @param journal all its events */
  static Recovered empty(JournalId id, List<Object> journal) {
    return id.type().equals(JournalId.GOODS)
        ? new Goods(GoodsState.empty(id.entity(), new GoodsSettings(RETENTION)))
        : new Location(LocationState.empty(id.entity(), RULES, LITTLE_MEMORY), journal);
  }

  static Recovered from(JournalId id, Object snapshot, List<Object> journal) {
    return snapshot instanceof GoodsSnapshot goods
        ? new Goods(GoodsState.restore(id.entity(), new GoodsSettings(RETENTION), goods))
        : new Location(LocationState.restore(id.entity(), RULES, LITTLE_MEMORY, (LocationSnapshot) snapshot), journal);
  }

  /** A Goods. */
  record Goods(GoodsState state) implements Recovered {

    @Override
    public void apply(long sequenceNr, Object event) {
      state.apply(sequenceNr, (GoodsEvent) event);
    }

    @Override
    public List<Revision> effects() {
      return ViolationRevised.among(state.effects());
    }
  }

  /** A Location; what it needs of older readings it reads from its journal. */
  record Location(LocationState state, List<Object> journal) implements Recovered {

    @Override
    public void apply(long sequenceNr, Object event) {
      state.apply(sequenceNr, (LocationEvent) event);
    }

    @Override
    public List<Revision> effects() {
      return withHistory(state::effects);
    }

    private <T> T withHistory(Function<History, T> question) {
      History history = History.EMPTY;
      while (true) {
        try {
          return question.apply(history);
        } catch (HistoryMissing missing) {
          List<ReadingsAccepted> rows =
              missing.rows().stream()
                  .flatMap(range -> journal.subList((int) range.first() - 1, (int) range.last()).stream())
                  .filter(ReadingsAccepted.class::isInstance)
                  .map(ReadingsAccepted.class::cast)
                  .toList();
          history = history.plus(missing.rows(), rows);
        }
      }
    }
  }
}
