package kongo.cli;

import java.io.IOException;
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
import kongo.cli.JsonValues.NotJson;
import kongo.cli.JsonValues.Value;
import kongo.local.FileProblem;
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
        + "Without RECORD and --file they are read from standard input: one or more objects in any layout. "
        + "What a node will refuse is sent all the same, with a warning; ./kongo tail --dead-letters shows what was refused.")
final class SendCommand implements Callable<Integer> {

  private static final int SHOWN = 120;

  @Mixin private DataOption data;
  @Mixin private SettingsOption settings;

  @Parameters(paramLabel = "RECORD", arity = "0..*", description = "JSON objects, such as '{\"time\":1767225600000,\"location\":\"truck-1\",\"metric\":\"temperature\",\"value\":9.5}'.")
  private List<String> records = new ArrayList<>();

  @Option(names = "--file", paramLabel = "FILE", description = "Read records from this file: JSON objects in any layout, one or more.")
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
    for (Value value : values()) {
      outgoing.add(addressed(value));
    }
    if (outgoing.isEmpty()) {
      throw new ParameterException(spec.commandLine(), "There is nothing to send");
    }
    foresee(outgoing);
    try (var producer = new KafkaProducer<>(settings(), new ByteArraySerializer(), new ByteArraySerializer())) {
      for (var next : outgoing) {
        tell(next, producer.send(next).get());
      }
    } catch (ExecutionException refused) {
      throw new LocalFailure("Kafka did not take the record: " + refused.getCause().getMessage());
    }
    return Exit.OK;
  }

  /** Sent all the same: dead letters, too, have to be tried. */
  private void foresee(List<ProducerRecord<byte[], byte[]>> outgoing) {
    Foreseen foreseen = new Foreseen(settings.node().eventTime());
    PrintWriter err = spec.commandLine().getErr();
    for (var next : outgoing) {
      foreseen.refusal(next, System.currentTimeMillis()).ifPresent(why ->
          err.printf("Will be refused (%s): %s%n", why, Printable.start(next.value(), SHOWN)));
    }
    err.flush();
  }

  private Map<String, Object> settings() {
    Map<String, Object> all = new TreeMap<>();
    all.put(ProducerConfig.ACKS_CONFIG, "all");
    all.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, Topic.MAX_DEAD_LETTER_BYTES);
    all.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, KafkaPatience.MILLIS);
    all.putAll(client);
    all.put("bootstrap.servers", kafka.orElseGet(() -> LocalEnvironment.require(data.folder()).kafka()));
    return all;
  }

  private List<Value> values() {
    List<Value> all = new ArrayList<>();
    records.forEach(text -> all.addAll(argument(text)));
    if (file.isPresent()) {
      all.addAll(stream(read(file.get()), file.get().toString()));
    } else if (records.isEmpty() && deletions.isEmpty()) {
      all.addAll(stream(read(), "standard input"));
    }
    return all;
  }

  private List<Value> argument(String text) {
    // With a topic of its own, anything may be sent, as it is.
    return topic.isPresent() ? List.of(new Value(text, 1)) : parsed(text, "the argument " + Printable.start(utf8(text), SHOWN));
  }

  private List<Value> stream(String text, String place) {
    try {
      return JsonValues.of(text);
    } catch (NotJson problem) {
      return topic.isPresent() ? text.lines().filter(line -> !line.isBlank()).map(line -> new Value(line, 1)).toList() : parsed(text, place);
    }
  }

  private List<Value> parsed(String text, String place) {
    try {
      return JsonValues.of(text);
    } catch (NotJson problem) {
      throw new ParameterException(spec.commandLine(),
          "This is no JSON (%s, %s). A record is a JSON object, in any layout; to send something else, name its --topic.".formatted(
              place, problem.getMessage()), problem);
    }
  }

  private static String read(Path file) {
    try {
      return withoutMark(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
    } catch (IOException problem) {
      throw FileProblem.of(file, problem, "name another --file");
    }
  }

  private static String read() {
    try {
      return withoutMark(new String(System.in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException problem) {
      throw new LocalFailure("Standard input cannot be read: " + problem.getMessage(), problem);
    }
  }

  /** Editors put a byte order mark at the begin of a file; it belongs to no record. */
  private static String withoutMark(String text) {
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  private ProducerRecord<byte[], byte[]> addressed(Value record) {
    byte[] value = utf8(record.text());
    Optional<Address> told = Address.of(value, Topics.DEFAULT);
    if (topic.isEmpty() && told.isEmpty()) {
      throw new ParameterException(spec.commandLine(), "%s (line %d: %s).".formatted(why(record), record.line(), Printable.start(value, SHOWN)));
    }
    String destination = topic.orElseGet(() -> told.orElseThrow().topic());
    byte[] sentKey = key.or(() -> told.map(Address::key)).map(SendCommand::utf8).orElse(null);
    return new ProducerRecord<>(destination, sentKey, value);
  }

  private static String why(Value record) {
    if (record.isArray()) {
      return "This is an array, and a record is one JSON object: send its elements, one by one or in a row";
    }
    return record.isObject()
        ? "No location, goods or id tells where this record belongs; name its --topic and --key"
        : "A record is a JSON object, and this is none; to send it all the same, name its --topic";
  }

  private void tell(ProducerRecord<byte[], byte[]> sent, RecordMetadata where) {
    PrintWriter out = spec.commandLine().getOut();
    String sentKey = sent.key() == null ? "no key" : Printable.of(new String(sent.key(), StandardCharsets.UTF_8));
    out.printf("%s partition %d offset %d: %s%n", where.topic(), where.partition(), where.offset(), sentKey);
    out.flush();
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
