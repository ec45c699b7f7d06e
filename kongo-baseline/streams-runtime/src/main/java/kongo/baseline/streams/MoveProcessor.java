package kongo.baseline.streams;

import kongo.baseline.watch.Change;
import kongo.baseline.watch.Limits;
import kongo.baseline.watch.RegistryJson;
import kongo.baseline.watch.RfidJson;
import kongo.goods.Move;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;

/** Knows where every Goods is, and tells the Locations that a move concerns. */
final class MoveProcessor extends ContextualProcessor<String, byte[], String, byte[]> {

  static final String WHEREABOUTS = "whereabouts";
  static final String REGISTRY = "registry";

  /**
   * Of what is there, Kafka Streams takes the record with the lowest timestamp first. The changes of many Goods do not come in the
   * order of their times, so all are taken before any reading; each says its own time.
   */
  private static final long BEFORE_ANY_READING = 0;

  private final Limits limits;
  private final Finish finish;
  private KeyValueStore<String, String> whereabouts;
  private KeyValueStore<String, byte[]> registry;

  MoveProcessor(Limits limits, Finish finish) {
    this.limits = limits;
    this.finish = finish;
  }

  @Override
  public void init(ProcessorContext<String, byte[]> context) {
    super.init(context);
    whereabouts = context.getStateStore(WHEREABOUTS);
    registry = context.getStateStore(REGISTRY);
  }

  @Override
  public void process(Record<String, byte[]> each) {
    finish.tally().start();
    var move = RfidJson.read(each.value());
    move.ifPresent(usable -> moved(each.key(), usable));
    finish.tally().event(move.isPresent());
    finish.processed(context());
  }

  private void moved(String goods, Move move) {
    String known = whereabouts.get(goods);
    var changes = Change.of(move, known == null ? Move.OUTSIDE : known);
    if (!changes.isEmpty()) {
      whereabouts.put(goods, move.destination());
    }
    for (Change change : changes) {
      context().forward(new Record<>(change.location(), told(goods, change).encode(), BEFORE_ANY_READING));
    }
  }

  private ChangeBytes told(String goods, Change change) {
    long rules = change.comes() ? limits.protecting(RegistryJson.categories(registry.get(goods)), change.place()) : 0;
    return new ChangeBytes(change.comes(), change.time(), rules, goods);
  }
}
