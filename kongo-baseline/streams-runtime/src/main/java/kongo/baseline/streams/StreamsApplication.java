package kongo.baseline.streams;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import kongo.baseline.watch.Job;
import kongo.baseline.watch.Limits;
import kongo.baseline.watch.Tally;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;

/**
 * The environment rules as one would write them with Kafka Streams; ends when all that was there is processed and committed.
 *
 * <p>Two topologies: the first keys moves by Location, the second judges readings. As one they would race when much is there
 * already, and readings would be judged before it is known who was there. So the second begins when the first has caught up, and
 * then takes changes before readings.
 */
public final class StreamsApplication {

  private static final String NAME = "streams";
  private static final long POLL_MILLIS = 20;

  private final Job job;
  private final Admin admin;
  private final Tally tally = new Tally();

  private StreamsApplication(Job job, Admin admin) {
    this.job = job;
    this.admin = admin;
  }

  /** The arguments are those of {@link Job}; the last line of standard output is the result as JSON. */
  public static void main(String[] args) throws InterruptedException, ExecutionException {
    Job job = Job.parse(args);
    String result;
    try (Admin admin = Admin.create(Map.<String, Object>of("bootstrap.servers", job.bootstrap()))) {
      result = new StreamsApplication(job, admin).run();
    }
    System.out.println(result);
  }

  private String run() throws InterruptedException, ExecutionException {
    Limits limits = job.limits();
    String changes = job.alarms() + ".changes";
    createLikeSensors(changes);
    Progress moves = Progress.of(admin, List.of(job.rfid()));
    Finish movesFinish = new Finish(moves.ends(), tally);
    try (Running keying = start("moves", 1, MovesTopology.of(job, limits, changes, movesFinish))) {
      await(keying, moves, movesFinish);
      tally.pause();
      return watch(limits, changes);
    }
  }

  private String watch(Limits limits, String changes) throws InterruptedException, ExecutionException {
    Progress readings = Progress.of(admin, List.of(job.sensors(), changes));
    Finish finish = new Finish(readings.ends(), tally);
    try (Running watching = start("locations", 2, LocationsTopology.of(job, limits, changes, finish))) {
      await(watching, readings, finish);
      return tally.line(NAME);
    }
  }

  private void createLikeSensors(String topic) throws InterruptedException, ExecutionException {
    int partitions = Progress.of(admin, List.of(job.sensors())).ends().size();
    admin.createTopics(List.of(new NewTopic(topic, partitions, (short) 1))).all().get();
  }

  private Running start(String part, int threads, Topology topology) {
    String group = job.alarms() + "." + part;
    KafkaStreams streams = new KafkaStreams(topology, StreamsSettings.of(job, group, threads));
    streams.setUncaughtExceptionHandler(problem -> {
      problem.printStackTrace();
      return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
    });
    streams.cleanUp();
    streams.start();
    return new Running(group, streams);
  }

  private static void await(Running part, Progress progress, Finish finish) throws InterruptedException, ExecutionException {
    while (!finish.unfinished().await(POLL_MILLIS, TimeUnit.MILLISECONDS) || !progress.isAllCommittedBy(part.group)) {
      part.requireWell();
    }
  }

  /** A topology at work. */
  private record Running(String group, KafkaStreams streams) implements AutoCloseable {

    void requireWell() {
      KafkaStreams.State state = streams.state();
      if (state.hasCompletedShutdown() || state.isShuttingDown()) {
        throw new IllegalStateException("Kafka Streams application %s is in state %s; see above.".formatted(group, state));
      }
    }

    @Override
    public void close() {
      streams.close();
      streams.cleanUp();
    }
  }
}
