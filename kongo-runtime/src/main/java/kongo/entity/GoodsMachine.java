package kongo.entity;

import java.util.List;
import java.util.Optional;
import kongo.effect.Effect;
import kongo.goods.GoodsCommand;
import kongo.goods.GoodsCommand.TakeLaw;
import kongo.goods.GoodsEvent;
import kongo.goods.GoodsReply;
import kongo.goods.GoodsReport;
import kongo.goods.GoodsSnapshot;
import kongo.goods.GoodsState;
import kongo.location.LocationEvent.ReadingsAccepted;
import kongo.location.SequenceRange;
import kongo.report.Cursor;
import kongo.violation.Decision;

/** A Goods; it never needs rows of its journal. */
public final class GoodsMachine implements Machine<GoodsCommand, GoodsEvent, GoodsReply> {

  private final GoodsState state;
  private final AnswerLimit limit;
  private final BookNews books;

  /** One to whom nobody ever sends a rule book. */
  public GoodsMachine(GoodsState state, AnswerLimit limit) {
    this(state, limit, BookNews.NONE);
  }

  public GoodsMachine(GoodsState state, AnswerLimit limit, BookNews books) {
    this.state = state;
    this.limit = limit;
    this.books = books;
  }

  @Override
  public long version() {
    return state.version();
  }

  @Override
  public Optional<GoodsCommand> news() {
    return BookNews.isYoung(version())
        ? books.newest().filter(newest -> state.isBehindWith(newest.version())).map(newest -> new TakeLaw(newest.version(), newest.cause()))
        : Optional.empty();
  }

  @Override
  public Decision<GoodsEvent> decide(GoodsCommand command) {
    return state.decide(command);
  }

  @Override
  public void apply(long sequenceNr, GoodsEvent event) {
    state.apply(sequenceNr, event);
  }

  @Override
  public List<Effect> effects() {
    return state.effects();
  }

  @Override
  public GoodsReply reply(GoodsCommand command, Decision<GoodsEvent> decision) {
    return limit.fitting(state.reply(command, decision));
  }

  @Override
  public long firstRowNeeded() {
    return state.firstRowNeeded();
  }

  @Override
  public GoodsEvent effectsPublished() {
    return new GoodsEvent.EffectsPublished(state.version());
  }

  /** A page of what people see, as long as an answer may be, or longer if there is no shorter one. */
  public GoodsReport report(Cursor after) {
    return ReportPages.of(state.report(), after, limit.bytes());
  }

  public GoodsSnapshot snapshot() {
    return state.snapshot();
  }

  @Override
  public void learn(List<SequenceRange> ranges, List<ReadingsAccepted> rows) {
    throw new IllegalStateException("A Goods has not asked for rows " + ranges);
  }

  @Override
  public void forget() {
    // nothing was learned
  }
}
