package kongo.ingest;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import kongo.goods.GoodsCommand.TakeRegistration;
import kongo.goods.Move;
import kongo.goods.MoveBatch;
import kongo.protocol.RegistryDecoder;
import kongo.protocol.RegistryRecord;
import kongo.protocol.RfidDecoder;
import kongo.protocol.RfidRecord;
import kongo.protocol.Topics;
import kongo.stream.BatchSteps;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Turns the moves or registrations of one lane into the steps to do, and finds those that cannot be used. Not thread-safe. */
interface Decoding {

  /** What a batch says: the steps to do, and its records that belong to the dead letters. */
  record Work(BatchSteps steps, List<DeadLetters.Letter> letters) {}

  Work decode(List<ConsumerRecord<byte[], byte[]>> records);

  static Decoding of(Lane lane, Topics topics, Duration allowedAhead, Oddities oddities) {
    return switch (topics.feed(lane.topic())) {
      case REGISTRY -> registry(lane, new Sorting<>(new RegistryDecoder(), oddities));
      case RFID -> rfid(lane, new Sorting<>(new RfidDecoder(allowedAhead), oddities));
      case SENSORS -> throw new IllegalArgumentException("topic " + lane.topic() + " holds neither moves nor registrations");
    };
  }

  private static Decoding rfid(Lane lane, Sorting<RfidRecord> sorting) {
    return records -> {
      Map<String, Columns<Move>> byGoods = new LinkedHashMap<>();
      BiConsumer<ConsumerRecord<byte[], byte[]>, RfidRecord> take =
          (record, rfid) -> byGoods.computeIfAbsent(rfid.goods(), first -> new Columns<>()).add(record, rfid.move());
      List<DeadLetters.Letter> letters = sorting.sort(records, take);
      Map<String, MoveBatch> moves = new LinkedHashMap<>();
      byGoods.forEach((goods, columns) -> moves.put(goods, Columns.moves(lane.source(), columns)));
      return new Work(BatchSteps.ofMoves(moves), letters);
    };
  }

  private static Decoding registry(Lane lane, Sorting<RegistryRecord> sorting) {
    return records -> {
      Map<String, List<TakeRegistration>> byId = new LinkedHashMap<>();
      BiConsumer<ConsumerRecord<byte[], byte[]>, RegistryRecord> take =
          (record, registry) ->
              byId.computeIfAbsent(registry.id(), first -> new ArrayList<>())
                  .add(new TakeRegistration(registry.registration(), lane.cause(record)));
      List<DeadLetters.Letter> letters = sorting.sort(records, take);
      return new Work(BatchSteps.ofRegistrations(byId), letters);
    };
  }
}
