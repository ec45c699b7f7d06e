package kongo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import kongo.local.SharedStores;
import kongo.protocol.Address;
import kongo.protocol.DeadLetterHeaders;
import kongo.protocol.Partitions;
import kongo.protocol.Reason;
import kongo.protocol.Topic;
import kongo.protocol.Topics;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 9, unit = TimeUnit.MINUTES)
class DoctorIT {

  private record Outcome(int exit, String out, String err) {}

  private static final int PARTITIONS = 3;

  private final String bootstrap = SharedStores.get().kafka().bootstrap();
  private final Topics topics = Topics.prefixed("doctor" + UUID.randomUUID());
  private final long now = System.currentTimeMillis();
  private final KafkaProducer<byte[], byte[]> producer =
      new KafkaProducer<>(Map.<String, Object>of("bootstrap.servers", bootstrap), new ByteArraySerializer(), new ByteArraySerializer());

  @TempDir private Path folder;

  @BeforeEach
  void create() throws Exception {
    try (var admin = Admin.create(Map.<String, Object>of("bootstrap.servers", bootstrap))) {
      topics.create(admin, PARTITIONS, 1);
    }
    send("{'type':'TRUCK','id':'truck-12','maxWeight':1000}");
    send("{'type':'WAREHOUSE','id':'house-1'}");
    send("{'type':'GOODS','id':'g','categories':['T2'],'weight':10}");
    send("{'type':'RECEIVE','time':%d,'goods':'g','warehouse':'house-1'}".formatted(now - 2_000));
    send("{'type':'LOAD','time':%d,'goods':'g','warehouse':'house-1','truck':'truck-12'}".formatted(now - 1_000));
    send("{'time':%d,'location':'house-1','metric':'temperature','sensor':'s1','value':5}".formatted(now - 2_000));
    send("{'time':%d,'location':'truck-12','metric':'temperature','sensor':'s1','value':5}".formatted(now));
  }

  @AfterEach
  void close() {
    producer.close();
  }

  @Test
  void saysThatNothingIsFound() throws Exception {
    Outcome well = doctor();
    assertThat(well.out).isEqualToIgnoringNewLines("Nothing found in 7 records.");
    assertThat(well.exit).isZero();
  }

  @Test
  void namesWhatIsAmissWithExamplesAndGuesses() throws Exception {
    send("{'time':%d,'location':'truck-l2','metric':'Temperature','sensor':'s1','value':99}".formatted(now));
    var letter = new ProducerRecord<>(topics.deadLetters(), "k".getBytes(StandardCharsets.UTF_8), "hello".getBytes(StandardCharsets.UTF_8));
    new DeadLetterHeaders(Reason.NOT_JSON, "this is no JSON", topics.sensors(), 1, 77).write(letter.headers());
    producer.send(letter).get();

    Outcome found = doctor();
    assertThat(found.exit).isEqualTo(Exit.WRONG);
    assertThat(found.out).startsWith("8 records: 3 to put right, 0 to know.")
        .contains("Temperature: 1 reading, 99 at truck-l2 sensor s1")
        .contains("perhaps temperature?")
        .contains("truck-l2: 1 record, sensor s1: Temperature 99, ").contains("perhaps truck-12?")
        .contains("not-json: 1 record, this is no JSON: hello [" + topics.sensors() + "/1@77]")
        .doesNotContain("\033");
    assertThat(new ObjectMapper().readTree(doctor("--json").out).path("fix").intValue()).isEqualTo(3);
    assertThat(doctor("--rules", rules().toString()).out).contains("Temperature").contains("KNOW");
  }

  @Test
  void leavesOutWhatWasSentBefore() throws Exception {
    var json = "{\"time\":" + (now - 7_200_000) + ",\"location\":\"house-1\",\"metric\":\"temp\",\"value\":99}";
    var old = json.getBytes(StandardCharsets.UTF_8);
    producer.send(new ProducerRecord<>(
        topics.sensors(), Partitions.of("house-1", PARTITIONS), now - 7_200_000, "house-1".getBytes(StandardCharsets.UTF_8), old)).get();
    assertThat(doctor().out).contains("temp");
    assertThat(doctor("--last", "1h").out).isEqualToIgnoringNewLines("Nothing found in 7 records.");
  }

  @Test
  void saysWhatIsWrongInASentence() throws Exception {
    assertThat(doctor("--examples", "0").err).contains("--examples must be at least 1, not 0");
    assertThat(doctor("--unchanged", "1").exit).isEqualTo(Exit.USAGE);
    Files.writeString(folder.resolve("none.conf"), "kongo.kafka.topics.registry = nowhere");
    Outcome missing = run("doctor", "--kafka", bootstrap, "--config", folder.resolve("none.conf").toString());
    assertThat(missing.err).isEqualToIgnoringNewLines("There is no topic nowhere.");
    assertThat(missing.exit).isEqualTo(Exit.FAILED);
  }

  private Path rules() throws Exception {
    return Files.writeString(folder.resolve("rules.conf"), "hold = 1h, rules { warm { metric = heat, max = 8, for = [T2] } }");
  }

  private void send(String json) throws Exception {
    byte[] value = json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    Address address = Address.of(value, topics).orElseThrow();
    producer.send(new ProducerRecord<>(address.topic(), address.key().getBytes(StandardCharsets.UTF_8), value)).get();
  }

  private Outcome doctor(String... arguments) throws Exception {
    String names = Arrays.stream(Topic.values()).map(topic -> topic.key() + " = \"" + topics.name(topic) + "\"").collect(Collectors.joining(", "));
    Path config = Files.writeString(folder.resolve("node.conf"), "kongo.kafka.topics { " + names + " }");
    List<String> all = new ArrayList<>(List.of("doctor", "--kafka", bootstrap, "--config", config.toString()));
    all.addAll(List.of(arguments));
    return run(all.toArray(String[]::new));
  }

  private static Outcome run(String... arguments) {
    var out = new StringWriter();
    var err = new StringWriter();
    int exit = Kongo.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err)).execute(arguments);
    return new Outcome(exit, out.toString(), err.toString());
  }
}
