package kongo.baseline.streams;

import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import kongo.baseline.watch.Job;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;

/** The environment rules as one would write them with Kafka Streams; ends when all that was there is processed and committed. */
public final class StreamsApplication {

  private static final String NAME = "streams";
  private static final int MEBIBYTE = 1 << 20;
  private static final long POLL_MILLIS = 20;

  private StreamsApplication() {}

  /** The arguments are those of {@link Job}; the last line of standard output is the result as JSON. */
  public static void main(String[] args) throws InterruptedException, ExecutionException {
    Job job = Job.parse(args);
    String result;
    try (Admin admin = Admin.create(Map.<String, Object>of("bootstrap.servers", job.bootstrap()))) {
      Progress progress = Progress.of(admin, job);
      Finish finish = new Finish(progress.ends());
      try (KafkaStreams streams = new KafkaStreams(Watching.topology(job, progress.partitions(job.sensors()), finish), settings(job))) {
        result = run(streams, progress, finish);
      }
    }
    System.out.println(result);
  }

  private static String run(KafkaStreams streams, Progress progress, Finish finish) throws InterruptedException, ExecutionException {
    streams.setUncaughtExceptionHandler(problem -> {
      problem.printStackTrace();
      return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
    });
    streams.start();
    while (!finish.unfinished().await(POLL_MILLIS, TimeUnit.MILLISECONDS) || !progress.isAllCommitted()) {
      if (streams.state().hasCompletedShutdown() || streams.state() == KafkaStreams.State.PENDING_ERROR) {
        throw new IllegalStateException("Kafka Streams is in state " + streams.state() + "; see above.");
      }
    }
    return finish.tally().line(NAME);
  }

  private static Properties settings(Job job) {
    Properties settings = new Properties();
    settings.put(StreamsConfig.APPLICATION_ID_CONFIG, job.alarms());
    settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, job.bootstrap());
    settings.put(StreamsConfig.STATE_DIR_CONFIG, job.folder().resolve("state").toString());
    settings.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, 2);
    settings.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.AT_LEAST_ONCE);
    settings.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, Integer.getInteger("commit", 1_000));
    settings.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, 128L * MEBIBYTE);
    settings.put(StreamsConfig.BUFFERED_RECORDS_PER_PARTITION_CONFIG, 5_000);
    settings.put(StreamsConfig.MAX_TASK_IDLE_MS_CONFIG, Long.getLong("idle", 200));
    settings.put(StreamsConfig.consumerPrefix(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG), "earliest");
    settings.put(StreamsConfig.consumerPrefix(ConsumerConfig.MAX_POLL_RECORDS_CONFIG), 5_000);
    settings.put(StreamsConfig.consumerPrefix(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG), 50);
    settings.put(StreamsConfig.consumerPrefix(ConsumerConfig.RECEIVE_BUFFER_CONFIG), MEBIBYTE);
    settings.put(StreamsConfig.producerPrefix(ProducerConfig.COMPRESSION_TYPE_CONFIG), "lz4");
    settings.put(StreamsConfig.producerPrefix(ProducerConfig.LINGER_MS_CONFIG), 20);
    settings.put(StreamsConfig.producerPrefix(ProducerConfig.BATCH_SIZE_CONFIG), 256 * 1024);
    return settings;
  }
}
