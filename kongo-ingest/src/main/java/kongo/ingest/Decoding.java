package kongo.ingest;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import kongo.goods.GoodsCommand.TakeRegistration;
import kongo.protocol.EventTime;
import kongo.protocol.RegistryDecoder;
import kongo.protocol.RegistryRecord;
import kongo.protocol.RfidDecoder;
import kongo.protocol.RfidRecord;
import kongo.protocol.Topics;
import kongo.stream.BatchSteps;
import kongo.stream.Ticket;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Turns the moves or registrations of one lane into steps to do, and finds those that cannot be used. Not thread-safe. */
interface Decoding {

  /** Gives what a batch says to the steps, and answers those of its records that belong to the dead letters. */
  List<DeadLetters.Letter> decode(
      List<ConsumerRecord<byte[], byte[]>> records, BatchSteps<Batch> steps, Ticket<Batch> ticket);

  static Decoding of(Lane lane, Topics topics, EventTime eventTime, Oddities oddities) {
    return switch (topics.feed(lane.topic())) {
      case REGISTRY -> registry(lane, new Sorting<>(new RegistryDecoder(), oddities));
      case RFID -> rfid(lane, new Sorting<>(new RfidDecoder(eventTime), oddities));
      case SENSORS -> throw new IllegalArgumentException("topic " + lane.topic() + " holds neither moves nor registrations");
    };
  }

  private static Decoding rfid(Lane lane, Sorting<RfidRecord> sorting) {
    return (records, steps, ticket) -> {
      Map<String, Columns<RfidRecord>> byGoods = new LinkedHashMap<>();
      BiConsumer<ConsumerRecord<byte[], byte[]>, RfidRecord> take =
          (record, rfid) -> byGoods.computeIfAbsent(rfid.goods(), first -> new Columns<>())
              .add(lane.position(record), record.timestamp(), rfid);
      List<DeadLetters.Letter> letters = sorting.sort(records, take);
      byGoods.forEach((goods, columns) -> steps.moves(ticket, goods, Columns.moves(lane.source(), columns)));
      return letters;
    };
  }

  private static Decoding registry(Lane lane, Sorting<RegistryRecord> sorting) {
    return (records, steps, ticket) ->
        sorting.sort(records, (record, registry) ->
            steps.registration(
                ticket, registry.id(), new TakeRegistration(registry.registration(), registry.from(), lane.cause(record))));
  }
}
