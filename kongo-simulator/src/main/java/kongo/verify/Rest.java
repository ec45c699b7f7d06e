package kongo.verify;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import kongo.kafka.TopicReader;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** Waits until the engine has committed every input record and has nothing more to say. */
final class Rest {

  private static final long POLL_MILLIS = 250;

  private final VerifySettings settings;
  private final TopicReader reader;
  private final Admin admin;
  private final Consumer<String> progress;

  Rest(VerifySettings settings, TopicReader reader, Admin admin, Consumer<String> progress) {
    this.settings = settings;
    this.reader = reader;
    this.admin = admin;
    this.progress = progress;
  }

  /** The records not committed at the end of the wait: 0 at rest. */
  long await() throws InterruptedException, ExecutionException {
    Instant end = Instant.now().plus(settings.patience());
    Instant quietSince = Instant.now();
    Instant nextWord = Instant.now();
    Map<TopicPartition, Long> before = Map.of();
    while (true) {
      Map<TopicPartition, Long> now = reader.ends(settings.topics().all());
      long lag = lag(now);
      Instant time = Instant.now();
      if (lag > 0 || !now.equals(before)) {
        quietSince = time;
      }
      if (time.isAfter(quietSince.plus(settings.quiet())) || time.isAfter(end)) {
        return lag;
      }
      if (time.isAfter(nextWord)) {
        progress.accept("waiting for rest: %,d records to go".formatted(lag));
        nextWord = time.plusSeconds(2);
      }
      before = now;
      Thread.sleep(POLL_MILLIS);
    }
  }

  private long lag(Map<TopicPartition, Long> ends) throws InterruptedException, ExecutionException {
    Map<TopicPartition, Long> committed = committed();
    return ends.entrySet().stream()
        .filter(end -> committedOnes().contains(end.getKey().topic()))
        .mapToLong(end -> Math.max(0, end.getValue() - committed.getOrDefault(end.getKey(), 0L)))
        .sum();
  }

  /** The rule books as well, when all entities have taken them. */
  private List<String> committedOnes() {
    return Stream.concat(settings.topics().inputs().stream(), Stream.of(settings.topics().rules())).toList();
  }

  private Map<TopicPartition, Long> committed() throws InterruptedException, ExecutionException {
    Map<TopicPartition, Long> committed = new HashMap<>();
    for (String topic : committedOnes()) {
      Map<TopicPartition, OffsetAndMetadata> offsets =
          admin.listConsumerGroupOffsets(settings.group() + "-" + topic).partitionsToOffsetAndMetadata().get();
      offsets.forEach((partition, offset) -> {
        if (offset != null) {
          committed.put(partition, offset.offset());
        }
      });
    }
    return committed;
  }
}
