package kongo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.TimeUnit;
import kongo.kafka.TopicReader;
import kongo.local.SharedStores;
import kongo.protocol.CauseHeaders;
import kongo.protocol.DeadLetterHeaders;
import kongo.protocol.Reason;
import kongo.protocol.Topics;
import kongo.protocol.ViolationJson;
import kongo.rules.RuleBooks;
import kongo.simulator.SavedRun;
import kongo.verify.BookRecords;
import kongo.violation.Cause;
import kongo.violation.Kind;
import kongo.violation.Limit;
import kongo.violation.Revision;
import kongo.violation.Severity;
import kongo.violation.Status;
import kongo.violation.Violation;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

@Timeout(value = 9, unit = TimeUnit.MINUTES)
class InputCommandsIT {

  private record Outcome(int exit, String out, String err) {}

  private static String bootstrap;

  @TempDir private Path folder;

  @BeforeAll
  static void start() throws InterruptedException {
    bootstrap = SharedStores.get().kafka().bootstrap();
    LocalTopics.create(bootstrap);
  }

  @Test
  void simulateContinuesWhereItStopped() throws Exception {
    String state = folder.resolve("state").toString();
    Outcome first = simulate("--seed", "5", "--events", "3000", "--state", state);
    assertThat(first.exit).isZero();
    assertThat(first.out).startsWith("3,000 records: registry ");
    assertThat(SavedRun.read(Path.of(state)).made()).isEqualTo(3_000);

    assertThat(simulate("--seed", "5", "--events", "5000", "--state", state, "--continue").out).startsWith("2,000 records");
    Outcome other = simulate("--seed", "6", "--events", "5000", "--state", state, "--continue");
    assertThat(other.exit).isEqualTo(Exit.USAGE);
    assertThat(other.err).contains("The world to continue is another one");
  }

  @Test
  void simulateNamesTheOptionThatIsWrong() {
    assertThat(simulate("--pace", "fast").err).contains("--pace must be a number or max, not fast");
    assertThat(simulate("--missed-reads", "2").err).contains("--missed-reads must be between 0 and 1");
    assertThat(simulate("--late-rfid", "0.5").err).contains("not a share and a time");
    assertThat(simulate("--start", "tomorrow").exit).isEqualTo(Exit.USAGE);
    assertThat(simulate("--goods", "-1").err).contains("--goods must be at least 0");
    assertThat(simulate("--silent", "0.7", "--faulty", "0.7").err).contains("--silent and --faulty must not be more than 1 together");
    assertThat(simulate("--loggers", "-0.1").err).contains("--loggers must be between 0 and 1");
    assertThat(simulate("--books", "4").err).contains("'4' is not a number and a time, such as 4,20s");
    assertThat(simulate("--books", "4,20s", "--haste", "0").err).contains("--haste must be from 1 to 1000000");
    assertThat(simulate("--world", "classic", "--goods", "5", "--warehouses", "3", "--trucks", "0", "--max-weight", "9",
        "--use-by", "9h", "--missed-reads", "0.5", "--turns", "1", "--garbage", "0.5", "--offline", "0.5,2h").exit).isZero();
  }

  @Test
  void simulateSendsRuleBooksInBetween() {
    Outcome sent = simulate("--mix", "dense", "--for", "20m", "--books", "9,5m");
    assertThat(sent.exit).isZero();
    assertThat(sent.out).contains("rules 3;");
    try (TopicReader reader = new TopicReader(Map.of("bootstrap.servers", bootstrap))) {
      BookRecords books = BookRecords.read(reader, Topics.DEFAULT.rules(), RuleBooks.shipped());
      assertThat(books.refused()).isEmpty();
      assertThat(books.accepted()).filteredOn(each -> each.record().by().equals("simulator")).hasSize(3);
    }
  }

  @Test
  void sendFindsTopicAndKey() {
    Outcome sent =
        run(new SendCommand(), "{\"id\":\"goods-77\",\"type\":\"GOODS\"}",
            "{\"goods\":\"goods-77\",\"type\":\"RECEIVE\",\"time\":1,\"warehouse\":\"w\"}", "--delete", "goods-78");
    assertThat(sent.exit).isZero();
    assertThat(sent.out.lines())
        .satisfiesExactlyInAnyOrder(
            line -> assertThat(line).matches("kongo.registry partition \\d+ offset \\d+: goods-77"),
            line -> assertThat(line).matches("kongo.rfid partition \\d+ offset \\d+: goods-77"),
            line -> assertThat(line).matches("kongo.registry partition \\d+ offset \\d+: goods-78"));
    assertThat(run(new SendCommand(), "hello").exit).isEqualTo(Exit.USAGE);
    assertThat(run(new SendCommand(), "hello", "--topic", "kongo.sensors").out).contains("no key");
  }

  @Test
  void sendTakesJsonInAnyLayoutAndSaysWhatWillBeRefused() throws Exception {
    Path file = Files.writeString(folder.resolve("records.json"), "\uFEFF{\n  \"id\" : \"w-1\",\n  \"type\" : \"WAREHOUSE\"\n}\n\n{\"id\":\"w-2\",\"type\":\"WAREHOUSE\"}\n");
    Outcome sent = run(new SendCommand(), "--file", file.toString());
    assertThat(sent.out).contains(": w-1").contains(": w-2").hasLineCount(2);
    assertThat(sent.err).isEmpty();

    Outcome warned = run(new SendCommand(), "{\"time\":1,\"location\":\"t\",\"metric\":\"temperature\",\"sensor\":\"s\",\"value\":\"21.5\"}", "--delete", "no id");
    assertThat(warned.exit).isZero();
    assertThat(warned.err.lines()).anySatisfy(line -> assertThat(line).startsWith("Will be refused (wrong-type").contains("21.5"))
        .anySatisfy(line -> assertThat(line).startsWith("Will be refused (invalid-identifier"));
    assertThat(warned.out).contains("kongo.sensors partition");
  }

  @Test
  void sendNamesWhatIsNoRecordAndSendsNothing() throws Exception {
    Path file = Files.writeString(folder.resolve("bad.json"), "{\"id\":\"w-3\",\"type\":\"WAREHOUSE\"}\n{'time':1}\n");
    assertNothingSent("This is no JSON (" + file + ", line 2", "--file", file.toString());
    assertNothingSent("This is an array", "[{\"id\":\"w\",\"type\":\"WAREHOUSE\"}]");
    assertNothingSent("this is none", "12");
    assertNothingSent("No location, goods or id", "{\"ts\":1}");
    assertNothingSent("There is nothing to send", "");
    assertThat(run(new SendCommand(), "--file", file.toString(), "--topic", "kongo.sensors").out).hasLineCount(2);
  }

  private static void assertNothingSent(String why, String... arguments) {
    Outcome outcome = run(new SendCommand(), arguments);
    assertThat(outcome.exit).isEqualTo(Exit.USAGE);
    assertThat(outcome.err).contains(why);
    assertThat(outcome.out).isEmpty();
  }

  @Test
  void tailShowsEachDeadLetterOnce() throws Exception {
    ProducerRecord<byte[], byte[]> letter = new ProducerRecord<>(Topics.DEFAULT.deadLetters(), "x".getBytes(StandardCharsets.UTF_8), "\033[2Jhello".getBytes(StandardCharsets.UTF_8));
    new DeadLetterHeaders(Reason.NOT_JSON, "no object", Topics.DEFAULT.sensors(), 1, 77).write(letter.headers());
    publish(letter);
    publish(letter);

    assertThat(run(new TailCommand(), "--dead-letters").out).containsOnlyOnce("kongo.sensors/1@77 not-json (no object): \\u001b[2Jhello");
    assertThat(run(new TailCommand(), "--dead-letters", "--json").out).contains("{\"topic\":\"kongo.sensors\",\"partition\":1,\"offset\":77,\"reason\":\"not-json\"");
  }

  @Test
  void tailShowsTheLatestNewsAndNoRepetitions() throws Exception {
    for (int i = 1; i <= 3; i++) {
      publish(i, changed("goods-" + i + "/news/truck-12/s1/1"));
    }
    for (int repetition = 0; repetition < 20; repetition++) {
      publish(1, changed("goods-1/news/truck-12/s1/1"));
    }
    Outcome latest = run(new TailCommand(), "-n", "2", "--json");
    assertThat(latest.out).contains("goods-2/news").contains("goods-3/news").hasLineCount(2);
  }

  private static Violation changed(String id) {
    Violation like = violation();
    return new Violation(
        id, like.status(), like.kind(), like.severity(), "news", like.goods(), like.location(), like.metric(), like.sensor(), like.stay(), like.from(), like.to(),
        like.count(), like.worst(), like.limit(), like.others());
  }

  @Test
  void tailShowsViolationsInWordsAndAsJson() throws Exception {
    run(new SendCommand(), "{\"id\":\"goods-17\",\"type\":\"GOODS\",\"categories\":[\"T2\",\"MEDICINAL\"]}");
    publish(4, violation());

    assertThat(run(new TailCommand()).out)
        .contains("CLOSED major: goods-17 (MEDICINAL, T2) in truck-12: temperature 9.7 above 8 for 3 min");
    assertThat(run(new TailCommand(), "--json", "--from-beginning").out)
        .contains("{\"id\":\"goods-17/chilled/truck-12/s1/1000\",\"revision\":4,");
    assertThat(run(new TailCommand(), "-n", "0").out).isEmpty();
  }

  @Test
  void alarmsShowWhatIsOneIncident() throws Exception {
    publish(1, opened("goods-18"));
    publish(1, opened("goods-19"));

    Outcome shown = run(new AlarmsCommand());
    assertThat(shown.exit).isZero();
    assertThat(shown.out).contains("truck-77").contains("2: goods-18, goods-19").contains("temperature 9.7 above 8");
    assertThat(run(new AlarmsCommand(), "--json").out)
        .contains("{\"id\":\"truck-77/chilled/s1/1000\",\"owner\":\"truck-77\",\"kind\":\"ENVIRONMENT\"")
        .contains("\"violations\":2,\"goods\":2,\"goodsIds\":[\"goods-18\",\"goods-19\"],\"worst\":9.7}");
  }

  private static Violation opened(String goods) {
    Violation like = violation();
    return new Violation(
        goods + "/chilled/truck-77/s1/1000", Status.OPEN, like.kind(), like.severity(), like.rule(), goods, "truck-77", like.metric(),
        like.sensor(), like.stay(), like.from(), null, like.count(), like.worst(), like.limit(), like.others());
  }

  private static void publish(long revision, Violation violation) throws Exception {
    var cause = new Cause(Topics.DEFAULT.sensors(), 0, 0, 0);
    var outgoing =
        new ProducerRecord<>(
            Topics.DEFAULT.violations(), violation.id().getBytes(StandardCharsets.UTF_8),
            ViolationJson.encode(new Revision(revision, violation, cause)));
    CauseHeaders.write(cause, outgoing.headers());
    publish(outgoing);
  }

  private static void publish(ProducerRecord<byte[], byte[]> outgoing) throws Exception {
    try (var producer =
        new KafkaProducer<>(
            Map.<String, Object>of("bootstrap.servers", bootstrap), new ByteArraySerializer(), new ByteArraySerializer())) {
      producer.send(outgoing).get();
    }
  }

  private static Violation violation() {
    Limit limit = Limit.ofBounds(OptionalDouble.of(2), OptionalDouble.empty(), OptionalDouble.of(8), OptionalDouble.empty());
    return new Violation(
        "goods-17/chilled/truck-12/s1/1000", Status.CLOSED, Kind.ENVIRONMENT, Severity.MAJOR, "chilled", "goods-17", "truck-12",
        "temperature", "s1", 0L, 1_000, 181_000L, 3L, 9.7, limit, List.of());
  }

  private static Outcome simulate(String... arguments) {
    List<String> all = new ArrayList<>(List.of("--pace", "max"));
    all.addAll(List.of(arguments));
    return run(new SimulateCommand(), all.toArray(String[]::new));
  }

  private static Outcome run(Object command, String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    List<String> all = new ArrayList<>(List.of("--kafka", bootstrap));
    all.addAll(List.of(arguments));
    int exit =
        new CommandLine(command)
            .setCaseInsensitiveEnumValuesAllowed(true)
            .setOverwrittenOptionsAllowed(true)
            .setOut(new PrintWriter(out))
            .setErr(new PrintWriter(err))
            .execute(all.toArray(String[]::new));
    return new Outcome(exit, out.toString(), err.toString());
  }
}
