package kongo.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import kongo.local.LocalFailure;
import kongo.protocol.Address;
import kongo.protocol.Topic;
import kongo.protocol.Topics;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Sends JSON records to the input topics. */
@Command(name = "send", mixinStandardHelpOptions = true,
    description = "Send records, each one JSON object, to the topic and with the key that their fields tell. "
        + "Without RECORD and --file they are read from standard input, one per line.")
final class SendCommand implements Callable<Integer> {

  @Mixin private DataOption data;

  @Parameters(paramLabel = "RECORD", arity = "0..*", description = "JSON objects, such as '{\"time\":0,\"location\":\"truck-1\",\"metric\":\"temperature\",\"value\":9.5}'.")
  private List<String> records = new ArrayList<>();

  @Option(names = "--file", paramLabel = "FILE", description = "Read records from this file, one per line.")
  private Optional<Path> file = Optional.empty();

  @Option(names = "--topic", paramLabel = "NAME", description = "Send to this topic, whatever the fields tell.")
  private Optional<String> topic = Optional.empty();

  @Option(names = "--key", paramLabel = "KEY", description = "Send with this key, whatever the fields tell.")
  private Optional<String> key = Optional.empty();

  @Option(names = "--delete", paramLabel = "ID", description = "Delete the registry's profile of this id.")
  private List<String> deletions = new ArrayList<>();

  @Option(names = "--kafka", paramLabel = "HOST:PORT", description = "Bootstrap servers (default: the local Kafka of --data).")
  private Optional<String> kafka = Optional.empty();

  @Option(names = "-X", paramLabel = "KEY=VALUE", description = "A setting of the Kafka producer, such as -Xsecurity.protocol=SSL.")
  private Map<String, String> client = new TreeMap<>();

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    List<ProducerRecord<byte[], byte[]>> outgoing = new ArrayList<>();
    deletions.forEach(id -> outgoing.add(new ProducerRecord<>(Topics.DEFAULT.registry(), utf8(id), null)));
    for (String text : texts()) {
      outgoing.add(addressed(text));
    }
    try (var producer = new KafkaProducer<>(settings(), new ByteArraySerializer(), new ByteArraySerializer())) {
      for (var next : outgoing) {
        tell(next, producer.send(next).get());
      }
    } catch (ExecutionException refused) {
      throw new LocalFailure("Kafka did not take the record: " + refused.getCause().getMessage());
    }
    return Exit.OK;
  }

  private Map<String, Object> settings() {
    Map<String, Object> settings = new TreeMap<>();
    settings.put(ProducerConfig.ACKS_CONFIG, "all");
    settings.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, Topic.MAX_DEAD_LETTER_BYTES);
    settings.putAll(client);
    settings.put("bootstrap.servers", kafka.orElseGet(() -> LocalEnvironment.require(data.folder()).kafka()));
    return settings;
  }

  private List<String> texts() throws IOException {
    if (file.isPresent()) {
      List<String> all = new ArrayList<>(records);
      lines(Files.readAllLines(file.get())).forEach(all::add);
      return all;
    }
    if (!records.isEmpty() || !deletions.isEmpty()) {
      return records;
    }
    try (var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
      return lines(in.lines().toList());
    }
  }

  private static List<String> lines(List<String> all) {
    return all.stream().filter(line -> !line.isBlank()).toList();
  }

  private ProducerRecord<byte[], byte[]> addressed(String text) {
    byte[] value = utf8(text);
    Optional<Address> told = Address.of(value, Topics.DEFAULT);
    if (topic.isEmpty() && told.isEmpty()) {
      throw new ParameterException(spec.commandLine(),
          "No location, goods or id tells where this record belongs; name its --topic and --key: " + text);
    }
    String destination = topic.orElseGet(() -> told.orElseThrow().topic());
    byte[] sentKey = key.or(() -> told.map(Address::key)).map(SendCommand::utf8).orElse(null);
    return new ProducerRecord<>(destination, sentKey, value);
  }

  private void tell(ProducerRecord<byte[], byte[]> sent, RecordMetadata where) {
    PrintWriter out = spec.commandLine().getOut();
    String sentKey = sent.key() == null ? "no key" : new String(sent.key(), StandardCharsets.UTF_8);
    out.printf("%s partition %d offset %d: %s%n", where.topic(), where.partition(), where.offset(), sentKey);
    out.flush();
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
