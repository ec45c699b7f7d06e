package kongo.cluster;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import kongo.goods.GoodsCommand;
import kongo.goods.GoodsReply;
import kongo.lane.Joined;
import kongo.location.LocationCommand;
import kongo.location.LocationReply;
import kongo.rules.RuleHistory;
import kongo.spread.AllKnow;
import kongo.spread.BookRound;
import kongo.spread.EntityPage;
import kongo.spread.Lap;
import kongo.spread.SpreadFailure;
import kongo.spread.SpreadShell;
import kongo.spread.Spreading;
import kongo.stream.Ask;
import kongo.violation.Command;

/**
 * The product's spreading of rule books, on one node of the simulated cluster at a time. How far it is lasts as it is kept;
 * everything else is lost when its node ends.
 */
final class SimulatedSpreading implements SpreadShell {

  private static final int MOST_FAILURES = 3;

  private final Plant plant;
  private final Random random;
  private final List<SimulatedNode> nodes;
  private final int books;
  private final Supplier<NavigableMap<Long, String>> entities;
  private final Transport<GoodsCommand, GoodsReply> toGoods;
  private final Transport<LocationCommand, LocationReply> toLocations;
  private final Consumer<Runnable> network;
  private final int mostAtOnce;
  private int sent;
  private Optional<Spreading> kept = Optional.empty();
  private SimulatedNode home;
  private BookRound round;
  private AllKnow knowing;
  /** What the store has to do, and has done, for this life of the spreading. */
  private final List<Runnable> steps = new ArrayList<>();
  private final List<Sent<?, ?>> asks = new ArrayList<>();
  private int life;

  /**
   * @param books so many will be sent
   * @param entities those that have journaled anything, as they lie in the store
   */
  SimulatedSpreading(
      Plant plant, Random random, List<SimulatedNode> nodes, int books, Supplier<NavigableMap<Long, String>> entities,
      Transport<GoodsCommand, GoodsReply> toGoods, Transport<LocationCommand, LocationReply> toLocations, Consumer<Runnable> network) {
    this.plant = plant;
    this.random = random;
    this.nodes = nodes;
    this.books = books;
    this.entities = entities;
    this.toGoods = toGoods;
    this.toLocations = toLocations;
    this.network = network;
    this.mostAtOnce = 1 + random.nextInt(4);
    begin();
  }

  private void begin() {
    life++;
    asks.forEach(Sent::forget);
    asks.clear();
    steps.clear();
    home = nodes.get(random.nextInt(nodes.size()));
    knowing = new AllKnow();
    Spreading state = kept.orElse(Spreading.none(RuleHistory.CONFIGURED));
    round = new BookRound(home.rules(), this, SimulatedLane.limits(random), () -> mostAtOnce, planted(state));
  }

  private Spreading planted(Spreading state) {
    return plant == Plant.REST_OF_A_SPREADING_LOST_IN_A_CRASH && state.isOn() ? state.complete() : state;
  }

  /** Its node is gone: what is under way to the store may come to it, or not. */
  void crash() {
    List<Runnable> lost = List.copyOf(steps);
    begin();
    lost.stream().filter(step -> random.nextBoolean()).forEach(network);
  }

  /** Where it is. */
  SimulatedNode home() {
    return home;
  }

  /** So many books are in the log. */
  int sent() {
    return sent;
  }

  boolean isAtRest() {
    boolean isKnown = sent == books && nodes.stream().allMatch(node -> node.hasRead(sent));
    return isKnown && round.state().completed() == home.rules().history().version() && steps.isEmpty() && asks.isEmpty();
  }

  /** Something of it happens: a book is sent or read, all are asked who knows it, it goes on, or the store has done something. */
  void step() {
    int dice = random.nextInt(20);
    SimulatedNode node = nodes.get(random.nextInt(nodes.size()));
    if (dice == 0 && sent < books) {
      sent++;
    } else if (dice < 4 && !node.hasRead(sent)) {
      node.readOne();
    } else if (dice < 10 && !steps.isEmpty()) {
      steps.remove(random.nextInt(steps.size())).run();
    } else if (dice == 10) {
      node.readAgain(random.nextInt(1 + sent));
    } else if (dice == 11) {
      round.tryAgain();
    } else if (round.mayGoOn()) {
      askWhoKnows(round.waiting());
      round.goOn();
    }
  }

  /** Asks again what has waited too long. */
  void impatient() {
    if (!asks.isEmpty()) {
      asks.get(random.nextInt(asks.size())).send();
    }
  }

  private void askWhoKnows(OptionalLong waiting) {
    if (waiting.isEmpty()) {
      return;
    }
    knowing.ask(waiting.getAsLong());
    int now = life;
    long version = knowing.asked();
    nodes.forEach(node -> network.accept(() -> answer(now, node, version)));
  }

  private void answer(int asker, SimulatedNode node, long version) {
    if (node.rules().knows(version)) {
      String name = node.name();
      network.accept(() -> hear(asker, name, version));
    }
  }

  private void hear(int asker, String node, long version) {
    if (asker == life && round.waiting().isPresent() && knowing.hear(node, version, names())) {
      round.begin(knowing.asked());
    }
  }

  private Set<String> names() {
    return nodes.stream().map(SimulatedNode::name).collect(Collectors.toSet());
  }

  @Override
  public void ask(Ask.OfGoods ask, boolean isNews, Consumer<GoodsReply> took, Consumer<String> failed) {
    send(new Question<>(ask.goods(), ask.command(), toGoods, Joined::goods, isNews ? MOST_FAILURES : Integer.MAX_VALUE, took, failed));
  }

  @Override
  public void ask(Ask.OfLocation ask, boolean isNews, Consumer<LocationReply> took, Consumer<String> failed) {
    send(new Question<>(ask.location(), ask.command(), toLocations, Joined::location, isNews ? MOST_FAILURES : Integer.MAX_VALUE, took, failed));
  }

  /** Asked again as long as the entity fails, but not for ever. */
  private record Question<C extends Command<C>, R>(
      String entity, C command, Transport<C, R> transport, BinaryOperator<R> joined, int attempts, Consumer<R> took, Consumer<String> failed) {

    Question<C, R> again() {
      return new Question<>(entity, command, transport, joined, attempts - 1, took, failed);
    }
  }

  private <C extends Command<C>, R> void send(Question<C, R> question) {
    Sent<C, R> one = new Sent<>(question.entity, question.command, question.transport, (sent, asked) -> {
      asks.remove(sent);
      if (asked.failures().isEmpty()) {
        question.took.accept(asked.replies().stream().reduce(question.joined).orElseThrow());
      } else if (question.attempts > 1) {
        send(question.again());
      } else {
        question.failed.accept("fails");
      }
    });
    asks.add(one);
    one.send();
  }

  @Override
  public void read(Lap from, Consumer<EntityPage> then) {
    steps.add(() -> {
      EntityPage page = page(from);
      steps.add(() -> then.accept(page));
    });
  }

  private EntityPage page(Lap lap) {
    int size = 1 + random.nextInt(3);
    NavigableMap<Long, String> behind = lap.at() == Long.MAX_VALUE ? new TreeMap<>() : entities.get().tailMap(lap.at(), false);
    List<Map.Entry<Long, String>> next = behind.entrySet().stream().filter(one -> one.getKey() <= lap.end()).limit(size).toList();
    Lap to = next.size() < size ? lap.toEnd() : lap.to(next.get(next.size() - 1).getKey());
    return new EntityPage(ids(next, ClusterSimulation.LOCATION), ids(next, ClusterSimulation.GOODS), to);
  }

  private static List<String> ids(List<Map.Entry<Long, String>> some, String kind) {
    return some.stream().map(Map.Entry::getValue).filter(one -> one.startsWith(kind)).map(one -> one.substring(kind.length())).toList();
  }

  @Override
  public void count(Count then) {
    // figures only
  }

  /** The write may be durable and its acknowledgement be lost with the node. */
  @Override
  public void keep(Spreading spreading, Runnable then) {
    int now = life;
    steps.add(() -> {
      kept = Optional.of(spreading);
      if (now == life) {
        steps.add(then);
      }
    });
  }

  @Override
  public int stuck() {
    return 0;
  }

  @Override
  public void begins(long version, boolean withGoods) {
    // for people
  }

  @Override
  public void fails(long version, SpreadFailure failure) {
    // for people
  }

  @Override
  public void isComplete(long version) {
    // for people
  }

  @Override
  public String toString() {
    return "%d of %d books sent, spreading %s, unanswered %s".formatted(sent, books, round.state(), asks);
  }
}
