package kongo.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import kongo.protocol.Decoded;
import kongo.protocol.RegistryDecoder;
import kongo.protocol.RegistryRecord;
import kongo.protocol.Topics;
import kongo.protocol.ViolationJson;
import kongo.registry.GoodsProfile;
import kongo.violation.Status;
import kongo.violation.Violation;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Prints published violations. */
@Command(name = "tail", mixinStandardHelpOptions = true,
    description = "Print the latest violations as they were published, in words or as JSON. OPEN ones may be closed or withdrawn later.")
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

  @Option(names = "--kafka", paramLabel = "HOST:PORT", description = "Bootstrap servers (default: the local Kafka of --data).")
  private Optional<String> kafka = Optional.empty();

  @Option(names = "-X", paramLabel = "KEY=VALUE", description = "A setting of the Kafka consumer, such as -Xsecurity.protocol=SSL.")
  private Map<String, String> client = new TreeMap<>();

  @Spec private CommandSpec spec;

  private final RegistryDecoder registry = new RegistryDecoder();
  private final Map<String, List<String>> categories = new HashMap<>();

  @Override
  public Integer call() {
    Map<String, Object> settings = new TreeMap<>(client);
    settings.put("bootstrap.servers", kafka.orElseGet(() -> LocalEnvironment.require(data.folder()).kafka()));
    settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
    try (var consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> published = partitions(consumer, Topics.DEFAULT.violations());
      List<TopicPartition> registered = partitions(consumer, Topics.DEFAULT.registry());
      consumer.assign(registered);
      consumer.seekToBeginning(registered);
      untilEnd(consumer, registered).forEach(this::take);
      printPast(consumer, published);
      if (follow) {
        follow(consumer, published, registered);
      }
    }
    return Exit.OK;
  }

  private void printPast(KafkaConsumer<byte[], byte[]> consumer, List<TopicPartition> published) {
    consumer.assign(published);
    var begins = consumer.beginningOffsets(published);
    consumer.endOffsets(published).forEach((partition, end) -> {
      long back = fromBeginning ? end : Math.min(lines, end);
      consumer.seek(partition, Math.max(begins.get(partition), end - back));
    });
    List<ConsumerRecord<byte[], byte[]>> past = untilEnd(consumer, published);
    past.sort(Comparator.comparingLong(ConsumerRecord::timestamp));
    past.stream().skip(fromBeginning ? 0 : Math.max(0, past.size() - lines)).forEach(this::print);
    spec.commandLine().getOut().flush();
  }

  /** Goes on from where the past ended; Ctrl-C ends the process. */
  private void follow(
      KafkaConsumer<byte[], byte[]> consumer, List<TopicPartition> published, List<TopicPartition> registered) {
    Map<TopicPartition, Long> next = new HashMap<>();
    published.forEach(partition -> next.put(partition, consumer.position(partition)));
    List<TopicPartition> both = new ArrayList<>(published);
    both.addAll(registered);
    consumer.assign(both);
    next.forEach(consumer::seek);
    // The profiles are read again, which changes nothing, and then as they change.
    consumer.seekToBeginning(registered);
    PrintWriter out = spec.commandLine().getOut();
    while (!out.checkError()) {
      var records = consumer.poll(POLL);
      records.records(Topics.DEFAULT.registry()).forEach(this::take);
      records.records(Topics.DEFAULT.violations()).forEach(this::print);
    }
  }

  private static List<TopicPartition> partitions(KafkaConsumer<byte[], byte[]> consumer, String topic) {
    return consumer.partitionsFor(topic).stream().map(info -> new TopicPartition(topic, info.partition())).toList();
  }

  private static List<ConsumerRecord<byte[], byte[]>> untilEnd(
      KafkaConsumer<byte[], byte[]> consumer, List<TopicPartition> partitions) {
    List<ConsumerRecord<byte[], byte[]>> read = new ArrayList<>();
    var ends = consumer.endOffsets(partitions);
    while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
      consumer.poll(POLL).forEach(read::add);
    }
    return read;
  }

  private void take(ConsumerRecord<byte[], byte[]> source) {
    if (registry.decode(source) instanceof Decoded.Usable<RegistryRecord> usable) {
      boolean goods = usable.value().registration() instanceof GoodsProfile;
      categories.put(
          usable.value().id(), goods ? ((GoodsProfile) usable.value().registration()).categories() : List.of());
    }
  }

  private void print(ConsumerRecord<byte[], byte[]> source) {
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(new String(source.value(), StandardCharsets.UTF_8));
      return;
    }
    Violation violation = ViolationJson.decode(source.value()).violation();
    List<String> known = violation.goods() == null ? List.of() : categories.getOrDefault(violation.goods(), List.of());
    String status = violation.status() == Status.RETRACTED ? "" : violation.status() + " ";
    out.println(status + ViolationWords.of(violation, known));
  }
}
