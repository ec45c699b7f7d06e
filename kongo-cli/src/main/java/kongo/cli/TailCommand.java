package kongo.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import kongo.local.LocalFailure;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Prints published violations, or dead letters. */
@Command(name = "tail", mixinStandardHelpOptions = true,
    description = "Print the latest violations as they were published, in words or as JSON. OPEN ones may be closed or withdrawn later. "
        + "A revision that was published before is not shown again.")
final class TailCommand implements Callable<Integer> {

  private static final Duration POLL = Duration.ofMillis(200);

  @Mixin private DataOption data;

  @Option(names = {"-n", "--lines"}, paramLabel = "N", defaultValue = "10", description = "How many (default: ${DEFAULT-VALUE}).")
  private int lines;

  @Option(names = "--from-beginning", description = "All of them.")
  private boolean fromBeginning;

  @Option(names = {"-f", "--follow"}, description = "Go on with those that come, until Ctrl-C.")
  private boolean follow;

  @Option(names = "--json", description = "Print the records themselves.")
  private boolean json;

  @Option(names = "--dead-letters", description = "Print the records that were refused instead: topic, partition and offset, the reason, and how they begin.")
  private boolean deadLetters;

  @Option(names = "--kafka", paramLabel = "HOST:PORT", description = "Bootstrap servers (default: the local Kafka of --data).")
  private Optional<String> kafka = Optional.empty();

  @Option(names = "-X", paramLabel = "KEY=VALUE", description = "A setting of the Kafka consumer, such as -Xsecurity.protocol=SSL.")
  private Map<String, String> client = new TreeMap<>();

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    if (lines < 0) {
      throw new ParameterException(spec.commandLine(), "--lines must be at least 0, not " + lines);
    }
    Tailed tailed = deadLetters ? new TailedDeadLetters() : new TailedViolations();
    try (var consumer = new KafkaConsumer<>(settings(), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> alongside = tailed.alongside().stream().flatMap(topic -> partitions(consumer, topic).stream()).toList();
      List<TopicPartition> wanted = partitions(consumer, tailed.topic());
      untilEnd(consumer, alongside, tailed::take);
      printPast(consumer, wanted, tailed);
      if (follow) {
        follow(consumer, wanted, alongside, tailed);
      }
    }
    return Exit.OK;
  }

  private Map<String, Object> settings() {
    Map<String, Object> settings = new TreeMap<>();
    settings.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, KafkaPatience.MILLIS);
    settings.putAll(client);
    settings.put("bootstrap.servers", kafka.orElseGet(() -> LocalEnvironment.require(data.folder()).kafka()));
    settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
    settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, "false");
    return settings;
  }

  /** All is read, since only what was read before tells what is news. */
  private void printPast(KafkaConsumer<byte[], byte[]> consumer, List<TopicPartition> wanted, Tailed tailed) {
    LatestRecords latest = new LatestRecords(fromBeginning ? Integer.MAX_VALUE : lines);
    untilEnd(consumer, wanted, record -> {
      if (tailed.isNews(record)) {
        latest.add(record);
      }
    });
    latest.inOrder().forEach(record -> print(tailed, record));
    spec.commandLine().getOut().flush();
  }

  /** Goes on from where the past ended; Ctrl-C ends the process. */
  private void follow(
      KafkaConsumer<byte[], byte[]> consumer, List<TopicPartition> wanted, List<TopicPartition> alongside, Tailed tailed) {
    Map<TopicPartition, Long> next = new HashMap<>();
    wanted.forEach(partition -> next.put(partition, consumer.position(partition)));
    List<TopicPartition> both = new ArrayList<>(wanted);
    both.addAll(alongside);
    consumer.assign(both);
    next.forEach(consumer::seek);
    // What is alongside is read again, which changes nothing, and then as it changes.
    consumer.seekToBeginning(alongside);
    PrintWriter out = spec.commandLine().getOut();
    while (!out.checkError()) {
      var records = consumer.poll(POLL);
      tailed.alongside().forEach(topic -> records.records(topic).forEach(tailed::take));
      for (var record : records.records(tailed.topic())) {
        if (tailed.isNews(record)) {
          print(tailed, record);
        }
      }
    }
  }

  private static List<TopicPartition> partitions(KafkaConsumer<byte[], byte[]> consumer, String topic) {
    var infos = consumer.partitionsFor(topic);
    if (infos == null || infos.isEmpty()) {
      throw new LocalFailure("Kafka has no topic %s: no node has been started yet.".formatted(topic));
    }
    return infos.stream().map(info -> new TopicPartition(topic, info.partition())).toList();
  }

  private static void untilEnd(
      KafkaConsumer<byte[], byte[]> consumer, List<TopicPartition> partitions, Consumer<ConsumerRecord<byte[], byte[]>> reader) {
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
    var ends = consumer.endOffsets(partitions);
    while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
      consumer.poll(POLL).forEach(reader);
    }
  }

  private void print(Tailed tailed, ConsumerRecord<byte[], byte[]> record) {
    spec.commandLine().getOut().println(json ? tailed.json(record) : tailed.words(record));
  }
}
