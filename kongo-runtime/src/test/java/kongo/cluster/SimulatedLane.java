package kongo.cluster;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import kongo.goods.GoodsCommand;
import kongo.goods.GoodsReply;
import kongo.lane.BatchLane;
import kongo.lane.Joined;
import kongo.lane.LaneShell;
import kongo.lane.Narrowing;
import kongo.lane.Offsets;
import kongo.lane.PartitionLane;
import kongo.lane.ReadingLane;
import kongo.lane.Uncommitted;
import kongo.location.DeferralHint;
import kongo.location.LocationCommand;
import kongo.location.LocationReply;
import kongo.reference.InputTopic;
import kongo.reference.LogRecord;
import kongo.reference.LogRecord.OfReading;
import kongo.stream.Ask;
import kongo.stream.AskLimits;
import kongo.stream.BatchSteps;
import kongo.stream.HeldReadings;
import kongo.stream.HoldLimits;
import kongo.stream.Ticket;
import kongo.violation.Cause;
import kongo.violation.Command;
import kongo.violation.Refusal;
import kongo.violation.Source;

/**
 * The product's lane over one partition of the log. What is committed lasts and so do dead letters that are written;
 * everything else is lost in a crash, and read again from what is committed. Its clock goes by its steps.
 */
final class SimulatedLane implements LaneShell<SimulatedLane.Batch, Letter> {

  private static final long TIME_WITH_PARTITIONS = 40;
  private static final int ONE_OF_SO_MANY = 10_000;

  /** @param end position in the log behind its last record */
  record Batch(int end) {}

  /** Dead letters on their way. */
  private record Grave(List<Letter> letters, Runnable buried) {}

  private final Plant plant;
  private final List<LogRecord> log;
  private final Random random;
  private final Function<String, Optional<DeferralHint>> harmless;
  private final Transport<GoodsCommand, GoodsReply> toGoods;
  private final Transport<LocationCommand, LocationReply> toLocations;
  private final int mostPerBatch;
  private final int mostAtOnce;
  private final AskLimits asks;
  private final HoldLimits hold;
  private final int mostUncommitted;
  private final Set<Letter> deadLetters = new HashSet<>();

  private int committed;
  private int read;
  private long now;
  private Offsets offsets;
  private PartitionLane<Batch> lane;
  private Optional<BatchLane<Batch, Letter>> batches = Optional.empty();
  private Optional<ReadingLane<Batch, Letter>> readings = Optional.empty();
  private final List<Sent<?, ?>> sent = new ArrayList<>();
  private final List<Grave> graves = new ArrayList<>();

  SimulatedLane(
      Plant plant, List<LogRecord> log, Random random, Function<String, Optional<DeferralHint>> harmless,
      Transport<GoodsCommand, GoodsReply> toGoods, Transport<LocationCommand, LocationReply> toLocations) {
    this.plant = plant;
    this.log = log;
    this.random = random;
    this.harmless = harmless;
    this.toGoods = toGoods;
    this.toLocations = toLocations;
    this.mostPerBatch = 1 + random.nextInt(10);
    this.mostAtOnce = 2 + random.nextInt(6);
    this.asks = limits(random);
    this.hold = hold(random);
    this.mostUncommitted = 1 + random.nextInt(40);
    begin();
  }

  static AskLimits limits(Random random) {
    boolean small = random.nextBoolean();
    int things = small ? 1 + random.nextInt(4) : 100;
    int bytes = small ? 1 + random.nextInt(2_000) : 1_000_000;
    return new AskLimits(things, bytes, 1 + random.nextInt(40));
  }

  private static HoldLimits hold(Random random) {
    int wait = 1 + random.nextInt(30);
    int longest = wait + random.nextInt(60);
    return new HoldLimits(wait, longest, 1 + random.nextInt(200), 1 + random.nextInt(10), 1 + random.nextInt(20));
  }

  private void begin() {
    read = committed;
    offsets = new Offsets();
    BatchSteps<Batch> steps = new BatchSteps<>(asks, () -> share(asks.inHand()), topic() != InputTopic.SENSORS);
    if (topic() == InputTopic.SENSORS) {
      HeldReadings<Batch> held = new HeldReadings<>(source(), this::holdNow, harmless);
      readings = Optional.of(new ReadingLane<>(held, steps, this, () -> share(mostAtOnce)));
      lane = readings.get();
    } else {
      batches = Optional.of(new BatchLane<>(
          steps, new Uncommitted<>(() -> share(mostUncommitted), () -> Long.MAX_VALUE), this, () -> share(mostAtOnce)));
      lane = batches.get();
    }
  }

  /** The node has one to three partitions, and not always the same number. */
  private int share(int ofNode) {
    return Math.max(1, ofNode / (int) (1 + now / TIME_WITH_PARTITIONS % 3));
  }

  private HoldLimits holdNow() {
    return new HoldLimits(
        hold.millis(), hold.longestMillis(), share(hold.rowsPerSecond()), hold.readings(), share(hold.window()));
  }

  private InputTopic topic() {
    return log.get(0).topic();
  }

  private Source source() {
    return new Source(topic().name(), log.get(0).partition());
  }

  @Override
  public String toString() {
    return "committed " + committed + " of " + log.size() + ", read " + read + ", unanswered " + sent;
  }

  boolean isAtRest() {
    return committed == log.size() && graves.isEmpty();
  }

  Set<Letter> deadLetters() {
    return deadLetters;
  }

  /** Its node is gone, or the partition belongs to another one. */
  void crash() {
    if (plant == Plant.COMMIT_BEFORE_THE_ACKNOWLEDGEMENT) {
      committed = read;
    }
    sent.forEach(Sent::forget);
    sent.clear();
    graves.clear();
    begin();
  }

  /** The partition moves in order: what is settled is committed before. */
  void handOver() {
    settle();
    toCommit().ifPresent(end -> committed = (int) end);
    crash();
  }

  /** Takes records, lets some dead letter be written, or commits what is settled. */
  void step() {
    now++;
    if (read < log.size() && lane.hasRoom() && random.nextBoolean()) {
      take();
    }
    readings.ifPresent(one -> one.look(now));
    lane.goOn();
    if (!graves.isEmpty() && random.nextBoolean()) {
      bury(graves.remove(random.nextInt(graves.size())));
    }
    settle();
    if (random.nextBoolean()) {
      commit();
    }
  }

  private void take() {
    int begin = read;
    read = Math.min(log.size(), begin + 1 + random.nextInt(mostPerBatch));
    offsets.offered(read);
    List<LogRecord> records = taken(log.subList(begin, read));
    batches.ifPresent(one -> one.take(new Batch(read), read - begin, 0, (steps, ticket) -> add(steps, ticket, records)));
    readings.ifPresent(one -> one.take(new Batch(read), (held, ticket) -> add(held, ticket, records)));
  }

  private List<LogRecord> taken(List<LogRecord> batch) {
    return plant == Plant.MESSAGE_DROPPED
        ? batch.stream().filter(one -> random.nextInt(ONE_OF_SO_MANY) > 0).toList()
        : batch;
  }

  private List<Letter> add(BatchSteps<Batch> steps, Ticket<Batch> ticket, List<LogRecord> records) {
    Batches.add(steps, ticket, topic(), records);
    return List.of();
  }

  private List<Letter> add(HeldReadings<Batch> held, Ticket<Batch> ticket, List<LogRecord> records) {
    for (LogRecord one : records) {
      if (one instanceof OfReading reading) {
        held.add(ticket, one.id(), reading.ofGoods(), reading.reading(), reading.correction(), one.offset(), reading.timestamp(), now);
      }
    }
    return List.of();
  }

  private void bury(Grave grave) {
    deadLetters.addAll(grave.letters);
    grave.buried.run();
    lane.goOn();
  }

  private void settle() {
    lane.settled().forEach(batch -> offsets.settled(batch.end()));
  }

  private OptionalLong toCommit() {
    OptionalLong end = offsets.toCommit(OptionalLong.empty());
    return plant == Plant.COMMIT_ONE_TOO_FAR ? OptionalLong.of(Math.min(log.size(), end.orElse(committed) + 1)) : end;
  }

  /** The acknowledgement may be lost; then it is committed again. */
  private void commit() {
    OptionalLong end = toCommit();
    end.ifPresent(offset -> committed = Math.max(committed, (int) offset));
    if (random.nextBoolean()) {
      end.ifPresent(offsets::committed);
    }
  }

  /** Asks again what has waited too long. */
  void impatient() {
    if (!sent.isEmpty()) {
      sent.get(random.nextInt(sent.size())).send();
    }
  }

  /** What waits, though not for that Goods. */
  List<String> heldUp(String sick) {
    List<String> heldUp = new ArrayList<>();
    sent.stream().filter(one -> !one.entity().equals(sick)).forEach(one -> heldUp.add(one.toString()));
    if (read < log.size() && lane.hasRoom()) {
      heldUp.add(this + " reads no more");
    }
    return heldUp;
  }

  @Override
  public void ask(Ask.OfGoods ask, List<Batch> behind, Then<GoodsReply, Letter> then) {
    send(new Sent<>(ask.goods(), ask.command(), toGoods, (one, asked) -> end(one, asked, Joined::goods, then)));
  }

  @Override
  public void ask(Ask.OfLocation ask, List<Batch> behind, Then<LocationReply, Letter> then) {
    send(new Sent<>(ask.location(), ask.command(), toLocations, (one, asked) -> end(one, asked, Joined::location, then)));
  }

  private void send(Sent<?, ?> one) {
    sent.add(one);
    one.send();
  }

  private <C extends Command<C>, R> void end(
      Sent<C, R> one, Narrowing<C, R> asked, BinaryOperator<R> joined, Then<R, Letter> then) {
    sent.remove(one);
    List<Letter> given = asked.failures().stream().map(failed -> failed(failed.command().cause())).toList();
    if (plant == Plant.FAILURES_FORGOTTEN) {
      given = List.of();
    }
    then.comes(asked.replies().stream().reduce(joined), given);
    lane.goOn();
  }

  private static Letter failed(Cause cause) {
    return new Letter(InputTopic.valueOf(cause.topic()), cause.partition(), cause.offset(), Optional.empty());
  }

  @Override
  public Letter letter(Refusal refusal, List<Batch> behind) {
    return new Letter(topic(), log.get(0).partition(), refusal.offset(), Optional.of(refusal.reason()));
  }

  @Override
  public void bury(List<Letter> letters, Runnable buried) {
    if (plant == Plant.COMMIT_BEFORE_THE_DEAD_LETTER_IS_TAKEN) {
      graves.add(new Grave(letters, () -> {}));
      buried.run();
    } else {
      graves.add(new Grave(letters, buried));
    }
  }

  @Override
  public void duplicates(int records) {
    // figures only
  }

  @Override
  public int stuck() {
    return 0;
  }
}
