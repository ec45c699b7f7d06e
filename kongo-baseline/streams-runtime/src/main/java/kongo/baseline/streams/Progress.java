package kongo.baseline.streams;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;

/** Where some topics ended when it was asked first, and whether a group has committed all of that. */
final class Progress {

  private final Admin admin;
  private final Map<TopicPartition, Long> ends;

  private Progress(Admin admin, Map<TopicPartition, Long> ends) {
    this.admin = admin;
    this.ends = ends;
  }

  static Progress of(Admin admin, List<String> topics) throws InterruptedException, ExecutionException {
    Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
    admin.describeTopics(topics).allTopicNames().get().forEach((name, topic) ->
        topic.partitions().forEach(each -> latest.put(new TopicPartition(name, each.partition()), OffsetSpec.latest())));
    return new Progress(admin, admin.listOffsets(latest).all().get().entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, each -> each.getValue().offset())));
  }

  Map<TopicPartition, Long> ends() {
    return ends;
  }

  boolean isAllCommittedBy(String group) throws InterruptedException, ExecutionException {
    var committed = admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get();
    return ends.entrySet().stream()
        .allMatch(end -> end.getValue() == 0 || committed.containsKey(end.getKey()) && committed.get(end.getKey()).offset() >= end.getValue());
  }
}
