package kongo.spread;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.IntSupplier;
import java.util.stream.LongStream;
import kongo.goods.GoodsCommand;
import kongo.goods.GoodsLaw;
import kongo.goods.GoodsReply;
import kongo.lane.BatchLane;
import kongo.lane.LaneShell;
import kongo.lane.Uncommitted;
import kongo.location.LocationCommand;
import kongo.location.LocationReply;
import kongo.stream.Ask;
import kongo.stream.AskLimits;
import kongo.stream.BatchSteps;
import kongo.stream.Ticket;
import kongo.violation.Cause;
import kongo.violation.Refusal;

/**
 * Brings the rule books to all entities: to one after the other, few at once, round the ring as they lie in the store.
 * Whatever a Goods then has to say to its Locations is driven as for a record. A state machine without I/O, used on one
 * thread; what it wants done it tells its {@link SpreadShell}.
 */
public final class BookRound {

  private static final String LOCATION = "Location ";
  private static final String GOODS = "Goods ";
  /** One that does not answer holds up its page: so many behind it are told all the same. */
  private static final int PAGES = 16;
  private static final int MOST_FAILING = 1_000;

  private final RulesHere books;
  private final SpreadShell shell;
  private final BatchLane<SpreadPage, SpreadFailure> work;
  private final Keeping keeping;
  private Lap ahead;
  private long counted = -1;
  private boolean reads;
  private boolean retries;
  private int underWay;

  /**
   * @param books of this node
   * @param mostAtOnce so many entities are asked at once
   * @param kept where it was
   */
  public BookRound(RulesHere books, SpreadShell shell, AskLimits asks, IntSupplier mostAtOnce, Spreading kept) {
    this.books = books;
    this.shell = shell;
    this.work = new BatchLane<>(new BatchSteps<>(asks), new Uncommitted<>(Integer.MAX_VALUE, Long.MAX_VALUE), new Asking(), mostAtOnce);
    this.keeping = new Keeping(shell, kept);
    this.ahead = kept.lap();
    if (kept.isOn()) {
      count();
    }
  }

  public Spreading state() {
    return keeping.newest();
  }

  /** How many have to hear of it; negative: not counted yet. */
  public long all() {
    return counted;
  }

  /** The newest version, if it has not begun to spread. */
  public OptionalLong waiting() {
    long version = books.history().version();
    return version > state().target() ? OptionalLong.of(version) : OptionalLong.empty();
  }

  /** Whether this node has read the books that are being told: another one may have begun. */
  public boolean mayGoOn() {
    return books.history().version() >= state().target();
  }

  /** Every node knows this version: it begins to spread, to those who were told another one before as well. */
  public void begin(long version) {
    boolean goods = state().isOn() && state().goods() || concernsGoods(state().completed(), version);
    ahead = Lap.from(ahead.at());
    shell.begins(version, goods);
    keeping.keep(state().toward(version, goods, ahead.at()));
    count();
    goOn();
  }

  /** Some may have begun by any version between. */
  private boolean concernsGoods(long earlier, long version) {
    GoodsLaw law = books.of(version);
    return LongStream.concat(LongStream.of(earlier), books.between(earlier, version))
        .anyMatch(between -> !books.of(between).isLike(law));
  }

  private void count() {
    counted = -1;
    boolean goods = state().goods();
    long version = state().target();
    shell.count((locations, ofGoods) -> {
      if (version == state().target()) {
        counted = locations + (goods ? ofGoods : 0);
      }
    });
  }

  /** Takes what comes next, where there is room. */
  public void goOn() {
    work.goOn();
    work.settled().forEach(this::settled);
    boolean hasRoom = underWay < PAGES && work.hasRoom() && state().failed().size() < MOST_FAILING;
    if (state().isOn() && mayGoOn() && !reads && !ahead.isOver() && hasRoom) {
      read();
    }
    completeIfDone();
  }

  private void read() {
    reads = true;
    Lap from = ahead;
    long target = state().target();
    shell.read(from, page -> {
      reads = false;
      // What was read for an older version may lack who has come to be seen since.
      if (target == state().target() && from.equals(ahead)) {
        ahead = page.to();
        take(new SpreadPage(state().target(), page.locations(), state().goods() ? page.goods() : List.of(), page.to(), true));
      }
      goOn();
    });
  }

  private void take(SpreadPage page) {
    underWay++;
    work.take(page, page.size(), 0, this::tell);
  }

  private List<SpreadFailure> tell(BatchSteps<SpreadPage> steps, Ticket<SpreadPage> ticket) {
    SpreadPage page = ticket.batch();
    Cause cause = books.causes().get(page.version());
    page.locations().forEach(id -> steps.tell(ticket, new Ask.OfLocation(id, new LocationCommand.TakeRules(page.version(), cause))));
    page.goods().forEach(id -> steps.tell(ticket, new Ask.OfGoods(id, new GoodsCommand.TakeLaw(page.version(), cause))));
    return List.of();
  }

  private void settled(SpreadPage page) {
    underWay--;
    if (!page.isLap()) {
      retries = false;
    } else if (page.version() == state().target()) {
      keeping.keep(state().reached(page.to(), page.size()));
    }
  }

  private void completeIfDone() {
    if (underWay == 0 && state().mayComplete()) {
      keeping.keep(state().complete());
      shell.isComplete(state().completed());
    }
  }

  /** Those that failed are told once more. */
  public void tryAgain() {
    if (mayGoOn() && !retries && !state().failed().isEmpty()) {
      retries = true;
      take(new SpreadPage(state().target(), failed(LOCATION), failed(GOODS), state().lap(), false));
      goOn();
    }
  }

  private List<String> failed(String kind) {
    return state().failed().keySet().stream().filter(name -> name.startsWith(kind)).map(name -> name.substring(kind.length())).toList();
  }

  /** Refused records before this offset are among the dead letters. */
  public void readTo(long offset) {
    keeping.keep(state().readTo(offset));
  }

  /** The offset behind the last record of which everything is done that follows from it. */
  public long done() {
    OptionalLong open = books.firstAfter(state().completed());
    return open.isPresent() ? Math.min(open.getAsLong(), state().read()) : state().read();
  }

  /**
   * Asks the entities. One that cannot take the rule books is no dead letter but a failure, which is named and tried again;
   * what else follows from them is asked until it is taken.
   */
  private final class Asking implements LaneShell<SpreadPage, SpreadFailure> {

    @Override
    public void ask(Ask.OfGoods ask, List<SpreadPage> pages, Then<GoodsReply, SpreadFailure> then) {
      String entity = GOODS + ask.goods();
      boolean isNews = ask.command() instanceof GoodsCommand.TakeLaw;
      shell.ask(ask, isNews, reply -> took(entity, isNews, reply, then), cause -> failed(entity, cause, then));
    }

    @Override
    public void ask(Ask.OfLocation ask, List<SpreadPage> pages, Then<LocationReply, SpreadFailure> then) {
      String entity = LOCATION + ask.location();
      boolean isNews = ask.command() instanceof LocationCommand.TakeRules;
      shell.ask(ask, isNews, reply -> took(entity, isNews, reply, then), cause -> failed(entity, cause, then));
    }

    private <R> void took(String entity, boolean isNews, R reply, Then<R, SpreadFailure> then) {
      if (isNews) {
        keeping.keep(state().took(entity));
      }
      then.comes(Optional.of(reply), List.of());
      goOn();
    }

    private <R> void failed(String entity, String cause, Then<R, SpreadFailure> then) {
      then.comes(Optional.empty(), List.of(new SpreadFailure(entity, cause)));
      goOn();
    }

    /** The page of those is done when it is durable that they failed. */
    @Override
    public void bury(List<SpreadFailure> failures, Runnable buried) {
      Spreading state = state();
      for (SpreadFailure failure : failures) {
        shell.fails(state.target(), failure);
        state = state.fails(failure.entity(), failure.cause());
      }
      keeping.keep(state, () -> {
        buried.run();
        goOn();
      });
    }

    @Override
    public SpreadFailure letter(Refusal refusal, List<SpreadPage> pages) {
      throw new IllegalStateException("nothing of a rule book can be refused by an entity: " + refusal);
    }

    @Override
    public void duplicates(int records) {
      // an entity that knows it already
    }

    @Override
    public int stuck() {
      return shell.stuck();
    }
  }
}
