package kongo.baseline.streams;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import kongo.baseline.watch.Job;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;

/** Where the inputs ended at the start, and whether the application has committed all of that and of what follows from it. */
final class Progress {

  private final Admin admin;
  private final Job job;
  private final Map<TopicPartition, Long> ends;

  private Progress(Admin admin, Job job, Map<TopicPartition, Long> ends) {
    this.admin = admin;
    this.job = job;
    this.ends = ends;
  }

  static Progress of(Admin admin, Job job) throws InterruptedException, ExecutionException {
    Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
    admin.describeTopics(List.of(job.sensors(), job.rfid())).allTopicNames().get().forEach((name, topic) ->
        topic.partitions().forEach(each -> latest.put(new TopicPartition(name, each.partition()), OffsetSpec.latest())));
    return new Progress(admin, job, ends(admin, latest));
  }

  Map<TopicPartition, Long> ends() {
    return ends;
  }

  int partitions(String topic) {
    return (int) ends.keySet().stream().filter(each -> each.topic().equals(topic)).count();
  }

  boolean isAllCommitted() throws InterruptedException, ExecutionException {
    Map<TopicPartition, Long> committed = committed();
    return reaches(committed, ends) && reaches(committed, endsOfChanges());
  }

  private Map<TopicPartition, Long> committed() throws InterruptedException, ExecutionException {
    return admin.listConsumerGroupOffsets(job.alarms()).partitionsToOffsetAndMetadata().get().entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, each -> each.getValue().offset()));
  }

  /** Of the topic that changes go through, which is only at its end when the moves are committed. */
  private Map<TopicPartition, Long> endsOfChanges() throws InterruptedException, ExecutionException {
    String topic = "%s-%s-repartition".formatted(job.alarms(), Watching.CHANGES);
    return ends(admin, IntStream.range(0, partitions(job.sensors())).boxed()
        .collect(Collectors.toMap(partition -> new TopicPartition(topic, partition), partition -> OffsetSpec.latest())));
  }

  private static Map<TopicPartition, Long> ends(Admin admin, Map<TopicPartition, OffsetSpec> latest) throws InterruptedException, ExecutionException {
    return admin.listOffsets(latest).all().get().entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, each -> each.getValue().offset()));
  }

  private static boolean reaches(Map<TopicPartition, Long> committed, Map<TopicPartition, Long> ends) {
    return ends.entrySet().stream().allMatch(end -> committed.getOrDefault(end.getKey(), 0L) >= end.getValue());
  }
}
