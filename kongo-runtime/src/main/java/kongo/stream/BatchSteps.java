package kongo.stream;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntSupplier;
import kongo.goods.ExpiryEvidence;
import kongo.goods.GoodsAt;
import kongo.goods.GoodsCommand.SayAgain;
import kongo.goods.GoodsCommand.TakeEvidence;
import kongo.goods.GoodsCommand.TakeMoves;
import kongo.goods.GoodsCommand.TakeRegistration;
import kongo.goods.GoodsReply;
import kongo.goods.MoveBatch;
import kongo.goods.Told;
import kongo.goods.Untold;
import kongo.location.LocationCommand.TakeGoods;
import kongo.location.LocationCommand.TakeReadings;
import kongo.location.LocationReply;
import kongo.location.ReadingBatch;
import kongo.size.EncodedSize;

/**
 * The steps in which a stream drives every effect of the batches of one partition, as a state machine without I/O: first
 * the records' own entities, then the Locations that have to hear of Goods, then the Goods that have to hear that time has
 * come. Each entity goes on as it answers: one that does not holds up its own records only, and the batches with them. An
 * entity is asked one thing at a time, in the order of the records. Batches are settled in order; what is not settled when
 * the partition goes elsewhere is read again there. Used by one thread at a time.
 *
 * @param <T> what the stream knows a batch by
 */
public final class BatchSteps<T> {

  /** Nothing is known to have been heard. */
  private static final long EVERYTHING = 0;

  private final AskLimits limits;
  private final IntSupplier mostInHand;
  private final boolean waitsForReadings;
  private final Ticket.Line<T> tickets = new Ticket.Line<>();
  private final Map<String, Deque<Work<T, Ask.OfGoods>>> goods = new HashMap<>();
  private final Map<String, LocationLine<T>> locations = new LinkedHashMap<>();
  private final Set<String> readyGoods = new LinkedHashSet<>();
  private final Set<String> readyLocations = new LinkedHashSet<>();
  /** Of the ready ones those for which waiting would gain nothing. */
  private final Set<String> fullLocations = new LinkedHashSet<>();
  private final Map<Object, Errand<T>> errands = new HashMap<>();
  private final Map<Ask, Work<T, ?>> open = new IdentityHashMap<>();
  private int inHand;
  /** Of these those that wait for readings. */
  private int waiting;

  /**
   * What a Goods is asked because somebody else's answer said so, while it is not asked yet: once is enough.
   *
   * @param weight of two that ask for the same the heavier one is asked
   */
  private record Errand<T>(Work<T, Ask.OfGoods> work, long weight) {}

  /** How far time has come at a Location. */
  private record ToProve(String goods, String location) {}

  /** What a Goods has to say to a Location again. */
  private record ToSay(String goods, String location) {}

  /** With limits that stay as they are. */
  public BatchSteps(AskLimits limits) {
    this(limits, limits::inHand);
  }

  /** @param mostInHand instead of that of the limits, asked each time that it counts */
  public BatchSteps(AskLimits limits, IntSupplier mostInHand) {
    this(limits, mostInHand, false);
  }

  /** @param waitsForReadings whether a batch is not settled before the readings are in that its words wait for */
  public BatchSteps(AskLimits limits, IntSupplier mostInHand, boolean waitsForReadings) {
    this.limits = limits;
    this.mostInHand = mostInHand;
    this.waitsForReadings = waitsForReadings;
  }

  /** The next batch begins; it stays open until its ticket is released, too. */
  public Ticket<T> open(T batch) {
    return tickets.open(batch);
  }

  /** Readings of one Location, of open batches; answers the ask that will become due. */
  public Ask readings(List<Ticket<T>> holders, String location, ReadingBatch readings) {
    Ask.OfLocation ask = new Ask.OfLocation(location, new TakeReadings(readings));
    inHand++;
    line(location).add(ask, holders);
    review(location);
    return ask;
  }

  /** Moves of one Goods, of an open batch. */
  public void moves(Ticket<T> ticket, String id, MoveBatch moves) {
    ticket.has(moves.offsets()[0]);
    long settledBefore = tickets.settledBefore();
    for (int from = 0; from < moves.moves().size(); ) {
      int to = endOfPage(moves, from);
      MoveBatch page = moves.part(from, to).settledBefore(settledBefore);
      add(id, new Work<>(new Ask.OfGoods(id, new TakeMoves(page)), List.of(ticket)));
      from = to;
    }
  }

  private int endOfPage(MoveBatch moves, int from) {
    int bytes = 0;
    int to = from;
    while (to < moves.moves().size() && to - from < limits.things()) {
      bytes += EncodedSize.of(moves.moves().get(to));
      if (to > from && bytes > limits.bytes()) {
        break;
      }
      to++;
    }
    return to;
  }

  /** A registry record of an id, of an open batch; those of an id in the order of their offsets. */
  public void registration(Ticket<T> ticket, String id, TakeRegistration registration) {
    add(id, new Work<>(new Ask.OfGoods(id, registration), List.of(ticket)));
  }

  /** Something else that a Goods is told with an open batch. */
  public void tell(Ticket<T> ticket, Ask.OfGoods ask) {
    add(ask.goods(), new Work<>(ask, List.of(ticket)));
  }

  /** Something else that a Location is told with an open batch. */
  public void tell(Ticket<T> ticket, Ask.OfLocation ask) {
    inHand++;
    line(ask.location()).add(ask, List.of(ticket));
    review(ask.location());
  }

  private void add(String id, Work<T, Ask.OfGoods> work) {
    inHand++;
    Deque<Work<T, Ask.OfGoods>> queue = goods.get(id);
    if (queue == null) {
      queue = new ArrayDeque<>(1);
      goods.put(id, queue);
      readyGoods.add(id);
    }
    queue.add(work);
  }

  /**
   * The asks to send now; whoever sends them repeats them until they are answered. Locations wait until no Goods is left
   * to be asked, so that they hear of many at once, unless more could not go together anyway.
   *
   * @param most so many at most
   */
  public List<Ask> due(int most) {
    List<Ask> due = new ArrayList<>();
    startLocations(due, most, fullLocations);
    Iterator<String> nextGoods = readyGoods.iterator();
    while (due.size() < most && nextGoods.hasNext()) {
      String id = nextGoods.next();
      nextGoods.remove();
      due.add(startGoods(id));
    }
    startLocations(due, most, readyLocations);
    return due;
  }

  private void startLocations(List<Ask> due, int most, Set<String> which) {
    while (due.size() < most && !which.isEmpty()) {
      String location = which.iterator().next();
      readyLocations.remove(location);
      fullLocations.remove(location);
      due.add(start(locations.get(location).next()));
      // It may be asked something else while it is to catch up.
      review(location);
    }
  }

  private Ask startGoods(String id) {
    Work<T, Ask.OfGoods> work = goods.get(id).peek();
    work.key().ifPresent(errands::remove);
    return start(work);
  }

  private Ask start(Work<T, ?> work) {
    open.put(work.ask(), work);
    if (work.ask() instanceof Ask.OfLocation told && told.command() instanceof TakeGoods words) {
      inHand -= words.goods().size() - 1;
    }
    return work.ask();
  }

  /** The batches that an ask which is not answered is about. */
  public List<Ticket<T>> tickets(Ask ask) {
    Work<T, ?> work = open.get(ask);
    return work == null ? List.of() : List.copyOf(work.tickets());
  }

  /** Takes the answer to an ask; an answer to one that is not open any more is no news. */
  public void answered(Ask.OfGoods ask, GoodsReply reply) {
    Work<T, ?> work = open.get(ask);
    if (work != null) {
      for (Told told : reply.told()) {
        tell(told.location(), told.goods(), work.tickets());
      }
      for (Untold untold : reply.untold()) {
        haveSaid(ask.goods(), new SayAgain(untold.location(), untold.heard(), ask.command().cause()), work.tickets());
      }
      reply.place().ifPresent(place -> {
        inHand++;
        line(ask.goods()).place(place, work.tickets());
        review(ask.goods());
      });
      end(ask);
    }
  }

  private void tell(String location, GoodsAt word, List<Ticket<T>> holders) {
    inHand += line(location).tell(word, holders);
    review(location);
  }

  /** Whether nothing is to be done but to wait for readings. */
  public boolean onlyWaits() {
    return inHand > 0 && inHand == waiting;
  }

  /** What a Goods had no room for, or a Location has not heard. */
  private void haveSaid(String goods, SayAgain command, List<Ticket<T>> holders) {
    send(new ToSay(goods, command.location()), new Ask.OfGoods(goods, command), -command.heard(), holders);
  }

  /** Answers whether it is a new one. */
  private boolean send(Object key, Ask.OfGoods ask, long weight, List<Ticket<T>> holders) {
    Errand<T> waiting = errands.get(key);
    if (waiting == null) {
      Work<T, Ask.OfGoods> work = new Work<>(ask, holders, Optional.of(key));
      errands.put(key, new Errand<>(work, weight));
      add(ask.goods(), work);
      return true;
    }
    waiting.work.hold(holders);
    if (waiting.weight < weight) {
      waiting.work.askInstead(ask);
      errands.put(key, new Errand<>(waiting.work, weight));
    }
    return false;
  }

  /** Takes the answer to an ask; an answer to one that is not open any more is no news. */
  public void answered(Ask.OfLocation ask, LocationReply reply) {
    Work<T, ?> work = open.get(ask);
    if (work != null) {
      reply.evidence().forEach(one -> prove(one, work.tickets()));
      reply.unheard().forEach(one -> haveSaid(one.goods(), new SayAgain(ask.location(), EVERYTHING, one.cause()), work.tickets()));
      if (reply.moreEvidence()) {
        inHand += line(ask.location()).findMore(reply.evidence().get(0).cause(), work.tickets()) ? 1 : 0;
      }
      if (reply.ahead()) {
        catchUp(ask, work.tickets());
      }
      end(ask);
    }
  }

  private void catchUp(Ask.OfLocation ask, List<Ticket<T>> holders) {
    if (line(ask.location()).catchUp(ask.command().cause(), holders)) {
      inHand++;
      waiting++;
    }
  }

  private void prove(ExpiryEvidence evidence, List<Ticket<T>> holders) {
    Ask.OfGoods ask = new Ask.OfGoods(evidence.goods(), new TakeEvidence(evidence));
    if (send(new ToProve(evidence.goods(), evidence.location()), ask, evidence.version(), holders)) {
      line(evidence.location()).evidenceGoes();
    }
  }

  /** An ask that is given up, because its record goes to the dead letters. */
  public void abandoned(Ask ask) {
    if (open.containsKey(ask)) {
      end(ask);
    }
  }

  private void end(Ask ask) {
    Work<T, ?> work = open.remove(ask);
    inHand--;
    waiting -= ask.isPatient() ? 1 : 0;
    ask.entity(this::free, this::free);
    work.release();
  }

  private void free(Ask.OfLocation ask) {
    line(ask.location()).answered(ask);
    review(ask.location());
  }

  private void free(Ask.OfGoods ask) {
    Deque<Work<T, Ask.OfGoods>> queue = goods.get(ask.goods());
    queue.remove();
    if (queue.isEmpty()) {
      goods.remove(ask.goods());
    } else {
      readyGoods.add(ask.goods());
    }
    if (ask.command() instanceof TakeEvidence taken) {
      line(taken.evidence().location()).evidenceTaken();
      review(taken.evidence().location());
    }
  }

  private LocationLine<T> line(String location) {
    return locations.computeIfAbsent(location, first -> new LocationLine<>(location, limits, waitsForReadings));
  }

  private void review(String location) {
    LocationLine<T> line = locations.get(location);
    if (line.isReady()) {
      readyLocations.add(location);
      if (line.isFull()) {
        fullLocations.add(location);
      }
    } else if (line.isIdle()) {
      locations.remove(location);
    }
  }

  /** The last of the batches that are settled by now with all before them, if there is a new one. */
  public Optional<T> settled() {
    return tickets.settled();
  }

  /** Whether another batch may be opened. */
  public boolean hasRoom() {
    return inHand < mostInHand.getAsInt();
  }

  /** Whether all batches have been told to be settled, too. */
  public boolean isIdle() {
    return tickets.isEmpty();
  }

  /** Whether nothing waits and nothing is under way. */
  public boolean isAtRest() {
    return tickets.isSettled();
  }
}
