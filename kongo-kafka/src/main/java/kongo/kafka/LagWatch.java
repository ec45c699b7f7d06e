package kongo.kafka;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks now and then how many records of the partitions here are not committed yet. */
public final class LagWatch implements AutoCloseable {

  /** The partitions of a topic that are consumed here, by a group. */
  public record Watched(String group, Assignment assignment) {}

  /** Is told how many records of a partition are not committed yet, by the watching thread. */
  @FunctionalInterface
  public interface Listener {
    void lag(TopicPartition partition, long records);
  }

  private static final Logger LOG = LoggerFactory.getLogger(LagWatch.class);
  private static final long INTERVAL_SECONDS = 2;
  private static final long TIMEOUT_SECONDS = 10;
  /** What belongs to a transaction that goes on cannot be taken yet. */
  private static final ListOffsetsOptions COMMITTED = new ListOffsetsOptions(IsolationLevel.READ_COMMITTED);

  private final Admin admin;
  private final List<Watched> watched;
  private final Listener listener;
  private final ScheduledExecutorService thread;

  /** @param client settings by Kafka's own names */
  public LagWatch(Map<String, String> client, List<Watched> watched, Listener listener) {
    this.admin = Admin.create(new HashMap<>(client));
    this.watched = watched;
    this.listener = listener;
    this.thread = Executors.newSingleThreadScheduledExecutor(LagWatch::daemon);
    thread.scheduleWithFixedDelay(this::look, INTERVAL_SECONDS, INTERVAL_SECONDS, TimeUnit.SECONDS);
  }

  @Override
  public void close() {
    thread.shutdownNow();
    admin.close(Duration.ofSeconds(1));
  }

  private void look() {
    try {
      for (Watched stream : watched) {
        look(stream);
      }
    } catch (ExecutionException | TimeoutException problem) {
      LOG.debug("Lag cannot be measured now", problem);
    } catch (InterruptedException end) {
      Thread.currentThread().interrupt();
    }
  }

  private void look(Watched stream) throws ExecutionException, TimeoutException, InterruptedException {
    Map<TopicPartition, OffsetSpec> here =
        stream.assignment().here().stream().collect(Collectors.toMap(one -> one, one -> OffsetSpec.latest()));
    if (here.isEmpty()) {
      return;
    }
    Map<TopicPartition, ListOffsetsResultInfo> ends =
        admin.listOffsets(here, COMMITTED).all().get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
    Map<TopicPartition, OffsetAndMetadata> committed =
        admin
            .listConsumerGroupOffsets(stream.group())
            .partitionsToOffsetAndMetadata()
            .get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
    ends.forEach((partition, end) -> {
      OffsetAndMetadata done = committed.get(partition);
      long lag = Math.max(0, end.offset() - (done == null ? 0 : done.offset()));
      listener.lag(partition, lag);
    });
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "kongo-lag");
    thread.setDaemon(true);
    return thread;
  }
}
