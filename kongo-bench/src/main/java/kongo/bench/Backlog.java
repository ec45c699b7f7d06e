package kongo.bench;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import kongo.protocol.Topics;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** How many input records there are, and how many of them the engine has committed. */
final class Backlog implements AutoCloseable {

  private static final String GROUP = "kongo";
  /** A broker that is busy with everything else may take its time; the client asks again meanwhile. */
  private static final int PATIENCE_MILLIS = 120_000;

  private final Admin admin;
  private final Map<String, ListConsumerGroupOffsetsSpec> groups =
      Topics.DEFAULT.inputs().stream()
          .collect(Collectors.toMap(topic -> GROUP + "-" + topic, topic -> new ListConsumerGroupOffsetsSpec()));

  Backlog(String bootstrap) {
    this.admin =
        Admin.create(
            Map.<String, Object>of(
                "bootstrap.servers", bootstrap,
                "client.id", "kongo-bench-backlog",
                "default.api.timeout.ms", PATIENCE_MILLIS));
  }

  /** Of all input topics. */
  long records() throws InterruptedException {
    try {
      Map<TopicPartition, OffsetSpec> all = new HashMap<>();
      admin.describeTopics(Topics.DEFAULT.inputs()).allTopicNames().get().values().forEach(topic ->
          topic.partitions().forEach(each -> all.put(new TopicPartition(topic.name(), each.partition()), OffsetSpec.latest())));
      return admin.listOffsets(all).all().get().values().stream().mapToLong(end -> end.offset()).sum();
    } catch (ExecutionException problem) {
      throw failed("ends", problem);
    }
  }

  long committed() throws InterruptedException {
    try {
      return admin.listConsumerGroupOffsets(groups).all().get().values().stream()
          .mapToLong(Backlog::sum)
          .sum();
    } catch (ExecutionException problem) {
      throw failed("committed offsets", problem);
    }
  }

  private static long sum(Map<TopicPartition, OffsetAndMetadata> offsets) {
    return offsets.values().stream().mapToLong(each -> each == null ? 0 : each.offset()).sum();
  }

  private static IllegalStateException failed(String what, Exception problem) {
    return new IllegalStateException("Kafka does not tell the %s of the input topics: %s".formatted(what, problem), problem);
  }

  @Override
  public void close() {
    admin.close();
  }
}
