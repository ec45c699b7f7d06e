package kongo.ingest;

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
final class LagWatch implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(LagWatch.class);
  private static final long INTERVAL_SECONDS = 2;
  private static final long TIMEOUT_SECONDS = 10;
  /** What belongs to a transaction that goes on cannot be taken yet. */
  private static final ListOffsetsOptions COMMITTED = new ListOffsetsOptions(IsolationLevel.READ_COMMITTED);

  private final Admin admin;
  private final List<TopicStream> streams;
  private final IngestMetrics metrics;
  private final ScheduledExecutorService thread;

  LagWatch(IngestSettings settings, List<TopicStream> streams, IngestMetrics metrics) {
    this.admin = Admin.create(new HashMap<>(settings.client()));
    this.streams = streams;
    this.metrics = metrics;
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
      for (TopicStream stream : streams) {
        look(stream);
      }
    } catch (ExecutionException | TimeoutException problem) {
      LOG.debug("Lag cannot be measured now", problem);
    } catch (InterruptedException end) {
      Thread.currentThread().interrupt();
    }
  }

  private void look(TopicStream stream) throws ExecutionException, TimeoutException, InterruptedException {
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
      metrics.lag(partition.topic(), partition.partition(), lag);
    });
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "kongo-lag");
    thread.setDaemon(true);
    return thread;
  }
}
