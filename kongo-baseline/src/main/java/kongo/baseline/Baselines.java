package kongo.baseline;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import kongo.baseline.watch.Job;
import kongo.local.ChildProcess;
import kongo.local.JvmCommand;
import kongo.local.LocalFailure;
import kongo.protocol.Topics;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;

/** Runs baselines, each as a process of its own, on what is in the input topics of a Kafka. */
public final class Baselines {

  private static final List<String> FLAGS = List.of("-Xms1g", "-Xmx1g", "-XX:+ExitOnOutOfMemoryError");
  private static final int LAST_LINES = 8;

  private final String bootstrap;
  private final Topics topics;
  private final String rules;
  private final Path folder;
  private final Duration longest;

  /**
   * @param rules file of a rule book, or {@link Job#SHIPPED}
   * @param folder for what the processes keep, their logs included
   * @param longest how long one may take
   */
  public Baselines(String bootstrap, Topics topics, String rules, Path folder, Duration longest) {
    this.bootstrap = bootstrap;
    this.topics = topics;
    this.rules = rules;
    this.folder = folder;
    this.longest = longest;
  }

  /**
   * Returns when it has read everything that was there at its start.
   *
   * @param run tells this run from others on the same Kafka
   * @throws LocalFailure if it fails or takes too long
   */
  public BaselineResult run(Baseline baseline, String run) throws InterruptedException {
    String name = "kongo.baseline.%s.%s".formatted(baseline.label(), run);
    createLikeSensors(name);
    Path own = folder.resolve(name);
    Job job = new Job(bootstrap, topics.sensors(), topics.rfid(), topics.registry(), name, rules, own);
    ChildProcess child = ChildProcess.start("The " + baseline.label() + " baseline", command(baseline, job));
    try {
      return result(child);
    } finally {
      child.kill();
    }
  }

  private JvmCommand command(Baseline baseline, Job job) {
    List<String> flags = new ArrayList<>(FLAGS);
    flags.add("-Dorg.slf4j.simpleLogger.defaultLogLevel=warn");
    flags.add("-Dlogback.configurationFile=kongo/local/logback.xml");
    return new JvmCommand(baseline.classPath(), flags, baseline.mainClass(), job.arguments(), Map.of(), job.folder().resolve("log"));
  }

  private BaselineResult result(ChildProcess child) throws InterruptedException {
    int status = status(child);
    List<String> lines = child.lastLines(LAST_LINES);
    if (status != 0 || lines.isEmpty()) {
      throw failure(child, "ended with status " + status);
    }
    return BaselineResult.parse(lines.get(lines.size() - 1));
  }

  private int status(ChildProcess child) throws InterruptedException {
    try {
      return child.ended().get(longest.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw failure(child, "did not end within %d s".formatted(longest.toSeconds()));
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  private static LocalFailure failure(ChildProcess child, String what) {
    String separator = System.lineSeparator() + "  ";
    return new LocalFailure("%s %s; its log ends:%s%s".formatted(child.name(), what, separator, String.join(separator, child.lastLines(LAST_LINES))));
  }

  private void createLikeSensors(String topic) throws InterruptedException {
    try (Admin admin = Admin.create(Map.<String, Object>of("bootstrap.servers", bootstrap))) {
      int partitions = admin.describeTopics(List.of(topics.sensors())).allTopicNames().get().get(topics.sensors()).partitions().size();
      admin.createTopics(List.of(new NewTopic(topic, partitions, (short) 1))).all().get();
    } catch (ExecutionException e) {
      throw new LocalFailure("Topic %s could not be created on %s: %s".formatted(topic, bootstrap, e.getCause().getMessage()), e);
    }
  }
}
