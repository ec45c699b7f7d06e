package kongo.baseline.streams;

import java.util.Map;
import java.util.concurrent.CountDownLatch;
import kongo.baseline.watch.Tally;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.processor.api.ProcessorContext;

/** Knows where the inputs of a topology ended at its start, and when all up to there is processed. */
final class Finish {

  private final Map<TopicPartition, Long> ends;
  private final CountDownLatch unfinished;
  private final Tally tally;

  Finish(Map<TopicPartition, Long> ends, Tally tally) {
    this.ends = ends;
    this.unfinished = new CountDownLatch((int) ends.values().stream().filter(end -> end > 0).count());
    this.tally = tally;
  }

  Tally tally() {
    return tally;
  }

  CountDownLatch unfinished() {
    return unfinished;
  }

  /** To be told after each record; has the last one of a partition committed at once. */
  void processed(ProcessorContext<String, byte[]> context) {
    var record = context.recordMetadata().orElseThrow();
    if (record.offset() + 1 == ends.get(new TopicPartition(record.topic(), record.partition()))) {
      context.commit();
      unfinished.countDown();
    }
  }
}
