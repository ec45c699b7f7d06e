package kongo.baseline.streams;

import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;

/** Keeps the last registration of every id. */
final class RegistryProcessor extends ContextualProcessor<String, byte[], Void, Void> {

  private KeyValueStore<String, byte[]> registry;

  @Override
  public void init(ProcessorContext<Void, Void> context) {
    super.init(context);
    registry = context.getStateStore(MoveProcessor.REGISTRY);
  }

  @Override
  public void process(Record<String, byte[]> each) {
    registry.put(each.key(), each.value());
  }
}
