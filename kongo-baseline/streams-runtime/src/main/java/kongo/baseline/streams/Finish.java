package kongo.baseline.streams;

import java.util.Map;
import java.util.concurrent.CountDownLatch;
import kongo.baseline.watch.Alarm;
import kongo.baseline.watch.Tally;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.processor.api.ProcessingContext;
import org.apache.kafka.streams.processor.api.ProcessorContext;

/** Knows where the inputs ended at the start, and when all up to there is processed. */
final class Finish {

  private final Map<TopicPartition, Long> ends;
  private final CountDownLatch unfinished;
  private final Tally tally = new Tally();

  Finish(Map<TopicPartition, Long> ends) {
    this.ends = ends;
    this.unfinished = new CountDownLatch((int) ends.values().stream().filter(end -> end > 0).count());
  }

  Tally tally() {
    return tally;
  }

  CountDownLatch unfinished() {
    return unfinished;
  }

  void begun() {
    tally.start();
  }

  void alarm(Alarm alarm) {
    tally.alarm(alarm);
  }

  /** Has the last record of each partition committed at once. */
  void processed(ProcessorContext<String, byte[]> context, boolean usable) {
    tally.event();
    if (!usable) {
      tally.unusable();
    }
    if (isLast(context)) {
      context.commit();
      unfinished.countDown();
    }
  }

  private boolean isLast(ProcessingContext context) {
    var record = context.recordMetadata().orElseThrow();
    return record.offset() + 1 == ends.get(new TopicPartition(record.topic(), record.partition()));
  }
}
