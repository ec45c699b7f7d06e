package kongo.ingest;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import kongo.protocol.Topics;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** What the tests put into the input topics and find in the others. */
final class Records implements AutoCloseable {

  static final int PARTITIONS = 2;

  private final Map<String, Object> client;
  private KafkaProducer<byte[], byte[]> producer;
  private final Map<String, List<ConsumerRecord<byte[], byte[]>>> seen = new HashMap<>();
  private final Map<String, KafkaConsumer<byte[], byte[]>> consumers = new HashMap<>();

  Records(String bootstrap) throws InterruptedException {
    client = Map.of("bootstrap.servers", bootstrap);
    try (Admin admin = Admin.create(client)) {
      Topics.DEFAULT.create(admin, PARTITIONS, 1);
    }
    producer = new KafkaProducer<>(client, new ByteArraySerializer(), new ByteArraySerializer());
  }

  void send(String topic, String key, String value) {
    send(topic, key, value, System.currentTimeMillis());
  }

  void send(String topic, String key, String value, long timestamp, Header... headers) {
    byte[] bytes = value == null ? null : value.replace('`', '"').getBytes(StandardCharsets.UTF_8);
    byte[] keyBytes = key == null ? null : key.getBytes(StandardCharsets.UTF_8);
    try {
      producer.send(new ProducerRecord<>(topic, null, timestamp, keyBytes, bytes, List.of(headers))).get();
    } catch (InterruptedException | ExecutionException problem) {
      throw new AssertionError(problem);
    }
  }

  /** Sends in a transaction what the test sends, and commits it or takes it back. */
  void transaction(boolean commit, Runnable sends) {
    KafkaProducer<byte[], byte[]> plain = producer;
    Map<String, Object> settings = new HashMap<>(client);
    settings.put("transactional.id", "records-" + commit);
    try (var transactional = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
      producer = transactional;
      transactional.initTransactions();
      transactional.beginTransaction();
      sends.run();
      if (commit) {
        transactional.commitTransaction();
      } else {
        transactional.abortTransaction();
      }
    } finally {
      producer = plain;
    }
  }

  /** A group begins behind what the tests before have sent. */
  void beginHere(String group) {
    try (Admin admin = Admin.create(client)) {
      for (String topic : Topics.DEFAULT.inputs()) {
        Map<TopicPartition, OffsetAndMetadata> ends = new HashMap<>();
        for (int i = 0; i < PARTITIONS; i++) {
          TopicPartition partition = new TopicPartition(topic, i);
          ends.put(partition, new OffsetAndMetadata(end(admin, partition)));
        }
        admin.alterConsumerGroupOffsets(group + "-" + topic, ends).all().get();
      }
    } catch (InterruptedException | ExecutionException problem) {
      throw new AssertionError(problem);
    }
  }

  /** Until all that Kafka has of the inputs is committed, the marks of transactions included. */
  void awaitNoLag(String group) {
    long end = System.nanoTime() + Duration.ofMinutes(3).toNanos();
    try (Admin admin = Admin.create(client)) {
      while (lag(admin, group) > 0) {
        if (System.nanoTime() > end) {
          throw new AssertionError("the lag of " + group + " stays " + lag(admin, group));
        }
      }
    } catch (InterruptedException | ExecutionException problem) {
      throw new AssertionError(problem);
    }
  }

  private static long lag(Admin admin, String group) throws InterruptedException, ExecutionException {
    long lag = 0;
    for (String topic : Topics.DEFAULT.inputs()) {
      var committed = admin.listConsumerGroupOffsets(group + "-" + topic).partitionsToOffsetAndMetadata().get();
      for (int i = 0; i < PARTITIONS; i++) {
        TopicPartition partition = new TopicPartition(topic, i);
        lag += end(admin, partition) - (committed.get(partition) == null ? 0 : committed.get(partition).offset());
      }
    }
    return lag;
  }

  private static long end(Admin admin, TopicPartition partition) throws InterruptedException, ExecutionException {
    return admin.listOffsets(Map.of(partition, OffsetSpec.latest())).partitionResult(partition).get().offset();
  }

  /** More than a producer or a broker takes by default. */
  void sendLarge(String topic, String key, byte[] value, String compression, Header... headers) {
    Map<String, Object> large = new HashMap<>(client);
    large.put("compression.type", compression);
    large.put("max.request.size", Integer.MAX_VALUE);
    large.put("buffer.memory", 2L * value.length + (1 << 20));
    try (var sender = new KafkaProducer<>(large, new ByteArraySerializer(), new ByteArraySerializer())) {
      sender.send(new ProducerRecord<>(topic, null, key.getBytes(StandardCharsets.UTF_8), value, List.of(headers))).get();
    } catch (InterruptedException | ExecutionException problem) {
      throw new AssertionError(problem);
    }
  }

  /** The first record of a topic, from its beginning, that is meant. */
  ConsumerRecord<byte[], byte[]> await(String topic, Predicate<ConsumerRecord<byte[], byte[]>> meant) {
    List<ConsumerRecord<byte[], byte[]>> all = seen.computeIfAbsent(topic, first -> new ArrayList<>());
    long end = System.nanoTime() + Duration.ofMinutes(3).toNanos();
    while (System.nanoTime() < end) {
      var found = all.stream().filter(meant).findFirst();
      if (found.isPresent()) {
        return found.get();
      }
      consumer(topic).poll(Duration.ofMillis(200)).forEach(all::add);
    }
    throw new AssertionError("not found in " + topic + " among " + all.stream().map(Records::text).toList());
  }

  List<ConsumerRecord<byte[], byte[]>> seen(String topic) {
    return seen.getOrDefault(topic, List.of());
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static String text(ConsumerRecord<byte[], byte[]> record) {
    return record.value() == null ? "" : new String(record.value(), StandardCharsets.UTF_8);
  }

  static String header(ConsumerRecord<byte[], byte[]> record, String name) {
    return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
  }

  private KafkaConsumer<byte[], byte[]> consumer(String topic) {
    return consumers.computeIfAbsent(topic, name -> {
      Map<String, Object> settings = new HashMap<>(client);
      settings.put("auto.offset.reset", "earliest");
      var consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
      consumer.assign(IntStream.range(0, PARTITIONS).mapToObj(i -> new TopicPartition(name, i)).toList());
      consumer.seekToBeginning(consumer.assignment());
      return consumer;
    });
  }

  @Override
  public void close() {
    producer.close();
    consumers.values().forEach(KafkaConsumer::close);
  }
}
