package kongo.stream;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import kongo.goods.ExpiryEvidence;
import kongo.goods.GoodsAt;
import kongo.goods.GoodsCommand.TakeEvidence;
import kongo.goods.GoodsCommand.TakeMoves;
import kongo.goods.GoodsCommand.TakeRegistration;
import kongo.goods.GoodsReply;
import kongo.goods.MoveBatch;
import kongo.goods.Told;
import kongo.location.LocationCommand.FindExpired;
import kongo.location.LocationCommand.TakeGoods;
import kongo.location.LocationCommand.TakePlace;
import kongo.location.LocationCommand.TakeReadings;
import kongo.location.LocationReply;
import kongo.location.PlaceAt;
import kongo.location.ReadingBatch;
import kongo.violation.Cause;
import kongo.violation.Refusal;

/**
 * The steps in which a stream drives every effect of one batch of one partition, as a state machine without I/O: first
 * the records' own entities, then the Locations that have to hear of Goods, then the Goods that have to hear that time
 * has come, a page after the other. The offset may be committed when it {@link #isDone}. Used by one thread.
 */
public final class BatchSteps {

  /** More Goods for one Location make several asks, so that a journal row stays small. */
  static final int MOST_GOODS_PER_ASK = 100;

  private final Map<String, Deque<Ask>> goodsQueues = new TreeMap<>();
  private final Map<String, Deque<Ask>> locationQueues = new TreeMap<>();
  private final Set<Ask> open = Collections.newSetFromMap(new IdentityHashMap<>());
  private final List<Ask> due = new ArrayList<>();

  private final Map<String, Map<String, GoodsAt>> told = new TreeMap<>();
  private final Map<String, PlaceAt> places = new TreeMap<>();
  private final Map<String, ExpiryEvidence> evidence = new TreeMap<>();
  private final List<Refusal> refusals = new ArrayList<>();
  private final Map<String, Cause> expiredToFind = new TreeMap<>();
  private int duplicates;

  private BatchSteps() {}

  /** Readings by Location. */
  public static BatchSteps ofReadings(Map<String, ReadingBatch> readings) {
    BatchSteps steps = new BatchSteps();
    readings.forEach((id, batch) -> steps.start(new Ask.OfLocation(id, new TakeReadings(batch))));
    return steps;
  }

  /** Moves by Goods. */
  public static BatchSteps ofMoves(Map<String, MoveBatch> moves) {
    BatchSteps steps = new BatchSteps();
    moves.forEach((id, batch) -> steps.start(new Ask.OfGoods(id, new TakeMoves(batch))));
    return steps;
  }

  /** Registry records by id, in the order of their offsets. */
  public static BatchSteps ofRegistrations(Map<String, ? extends Collection<TakeRegistration>> registrations) {
    BatchSteps steps = new BatchSteps();
    registrations.forEach((id, all) -> steps.startInTurn(id, all));
    return steps;
  }

  private void startInTurn(String id, Collection<TakeRegistration> registrations) {
    Deque<Ask> queue = new ArrayDeque<>();
    registrations.forEach(registration -> queue.add(new Ask.OfGoods(id, registration)));
    goodsQueues.put(id, queue);
    start(queue.remove());
  }

  private void start(Ask ask) {
    open.add(ask);
    due.add(ask);
  }

  /** The asks that have become due since the last call; whoever sends them repeats them until they are answered. */
  public List<Ask> takeDue() {
    List<Ask> taken = List.copyOf(due);
    due.clear();
    return taken;
  }

  public boolean isDone() {
    return open.isEmpty();
  }

  /** Takes the answer to an ask; an answer to one that is not open any more is no news. */
  public void answered(Ask.OfGoods ask, GoodsReply reply) {
    if (!open.remove(ask)) {
      return;
    }
    refusals.addAll(reply.refusals());
    duplicates += reply.duplicates();
    reply.told().forEach(this::remember);
    reply.place().ifPresent(place -> places.merge(ask.goods(), place, (a, b) -> a.version() > b.version() ? a : b));
    goOn(ask);
  }

  private void goOn(Ask answered) {
    Deque<Ask> queue =
        answered instanceof Ask.OfGoods goods
            ? goodsQueues.get(goods.goods())
            : locationQueues.get(((Ask.OfLocation) answered).location());
    if (queue != null && !queue.isEmpty()) {
      start(queue.remove());
    }
    startNextStep();
  }

  private void remember(Told one) {
    told.computeIfAbsent(one.location(), location -> new TreeMap<>())
        .merge(one.goods().goods(), one.goods(), (a, b) -> a.version() > b.version() ? a : b);
  }

  /** Takes the answer to an ask; an answer to one that is not open any more is no news. */
  public void answered(Ask.OfLocation ask, LocationReply reply) {
    if (!open.remove(ask)) {
      return;
    }
    refusals.addAll(reply.refusals());
    duplicates += reply.duplicates();
    reply.evidence().forEach(one -> evidence.merge(one.goods() + "@" + one.location(), one, BatchSteps::later));
    if (reply.moreEvidence()) {
      expiredToFind.put(ask.location(), reply.evidence().get(0).cause());
    }
    goOn(ask);
  }

  private static ExpiryEvidence later(ExpiryEvidence a, ExpiryEvidence b) {
    return a.time() >= b.time() ? a : b;
  }

  /** An ask that is given up, because its record goes to the dead letters. */
  public void abandoned(Ask ask) {
    if (open.remove(ask)) {
      goOn(ask);
    }
  }

  private void startNextStep() {
    if (!open.isEmpty()) {
      return;
    }
    places.forEach((location, place) -> start(new Ask.OfLocation(location, new TakePlace(place))));
    places.clear();
    told.forEach((location, goods) -> startTelling(location, List.copyOf(goods.values())));
    told.clear();
    if (open.isEmpty()) {
      evidence.values().forEach(one -> start(new Ask.OfGoods(one.goods(), new TakeEvidence(one))));
      evidence.clear();
    }
    if (open.isEmpty()) {
      expiredToFind.forEach((location, cause) -> start(new Ask.OfLocation(location, new FindExpired(cause))));
      expiredToFind.clear();
    }
  }

  /** One ask after the other, since a Location takes one at a time and others ask it as well. */
  private void startTelling(String location, List<GoodsAt> goods) {
    Deque<Ask> queue = new ArrayDeque<>();
    for (int i = 0; i < goods.size(); i += MOST_GOODS_PER_ASK) {
      List<GoodsAt> some = goods.subList(i, Math.min(goods.size(), i + MOST_GOODS_PER_ASK));
      queue.add(new Ask.OfLocation(location, new TakeGoods(List.copyOf(some))));
    }
    locationQueues.put(location, queue);
    start(queue.remove());
  }

  /** Records that the law does not accept, for the dead letters. */
  public List<Refusal> refusals() {
    return refusals;
  }

  public int duplicates() {
    return duplicates;
  }
}
