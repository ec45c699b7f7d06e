package kongo.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import kongo.kafka.KeepLimits;
import kongo.kafka.Sha256;
import kongo.local.LocalStores;
import kongo.local.SharedStores;
import kongo.protocol.CauseHeaders;
import kongo.protocol.PublishedViolation;
import kongo.protocol.ViolationJson;
import kongo.violation.Status;
import kongo.violation.Violation;
import kongo.violation.ViolationId;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One node between real stores: violations come out, what cannot be used is put aside, the stream goes on. */
@Timeout(value = 9, unit = TimeUnit.MINUTES)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IngestIT {

  private static final String REGISTRY = "kongo.registry";
  private static final String SENSORS = "kongo.sensors";
  private static final String RFID = "kongo.rfid";
  private static final String VIOLATIONS = "kongo.violations";
  private static final String DEAD_LETTERS = "kongo.dead-letters";
  private static final long DAY = Duration.ofDays(1).toMillis();

  private final AtomicBoolean planted = new AtomicBoolean();
  private LocalStores stores;
  private Records records;
  private OneNode node;

  @BeforeAll
  void start() throws InterruptedException {
    stores = SharedStores.get();
    records = new Records(stores.kafka().bootstrap());
    node = new OneNode(stores, "ingest_it", Records.PARTITIONS, this::guard);
  }

  @AfterAll
  void stop() {
    node.close();
    records.close();
  }

  private void guard() {
    if (planted.get()) {
      throw new IllegalStateException("planted");
    }
  }

  private void reading(String truck, long time, double value, Header... headers) {
    String json = "{`time`:%d,`location`:`%s`,`metric`:`temperature`,`sensor`:`s1`,`value`:%s}";
    records.send(SENSORS, truck, json.formatted(time, truck, value), System.currentTimeMillis(), headers);
  }

  private void chilledGoodsAboard(String goods, String truck) {
    records.send(REGISTRY, goods, "{`type`:`GOODS`,`id`:`%s`,`categories`:[`T2`]}".formatted(goods));
    records.send(RFID, goods, "{`type`:`RECEIVE`,`time`:1,`goods`:`%s`,`warehouse`:`w1`}".formatted(goods));
    records.send(
        RFID, goods, "{`type`:`LOAD`,`time`:2,`goods`:`%s`,`warehouse`:`w1`,`truck`:`%s`}".formatted(goods, truck));
  }

  private ConsumerRecord<byte[], byte[]> violation(String id, Status status) {
    return records.await(VIOLATIONS, record -> {
      PublishedViolation published = ViolationJson.decode(record.value());
      return published.violation().id().equals(id) && published.violation().status() == status;
    });
  }

  private ConsumerRecord<byte[], byte[]> deadLetter(String key, String reason) {
    return records.await(
        DEAD_LETTERS,
        record -> new String(record.key()).equals(key) && Records.header(record, "reason").equals(reason));
  }

  private void goesOn(String suffix) {
    chilledGoodsAboard("goods-" + suffix, "truck-" + suffix);
    reading("truck-" + suffix, 1_000, 9);
    violation("goods-%1$s/chilled/truck-%1$s/s1/1000".formatted(suffix), Status.OPEN);
  }

  @Test
  void publishesAnExcursionWithTheRecordThatCausedIt() {
    chilledGoodsAboard("goods-1", "truck-1");
    reading("truck-1", 1_000, 9.5);
    violation("goods-1/chilled/truck-1/s1/1000", Status.OPEN);
    reading("truck-1", 2_000, 9.7);
    reading("truck-1", 3_000, 5);
    ConsumerRecord<byte[], byte[]> record = violation("goods-1/chilled/truck-1/s1/1000", Status.CLOSED);
    Violation closed = ViolationJson.decode(record.value()).violation();
    assertThat(closed.to()).isEqualTo(3_000);
    assertThat(closed.count()).isEqualTo(2);
    assertThat(closed.worst()).isEqualTo(9.7);
    assertThat(CauseHeaders.read(record.headers()).topic()).isEqualTo(SENSORS);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "urn:epc:id:sgtin:0614141.112345.a%2Fb", "urn:epc:id:sgtin:0614141.112345.a/b", "urn:epc:id:sgtin:0614141.112345.A(1)",
        "https://id.gs1.org/01/70614141123451/21/2017", "~|$#?%", "%25"
      })
  void knowsGoodsAndLocationsByAnyId(String id) {
    chilledGoodsAboard(id, id + "/truck");
    reading(id + "/truck", 1_000, 9.5);
    Violation open = ViolationJson.decode(violation(ViolationId.of(id, "chilled", id + "/truck", "s1", 1_000), Status.OPEN).value()).violation();
    assertThat(open.goods()).isEqualTo(id);
    assertThat(open.location()).isEqualTo(id + "/truck");
  }

  @Test
  void drivesProfilesThatComeLastToTheLocations() {
    records.send(RFID, "goods-2", "{`type`:`RECEIVE`,`time`:1,`goods`:`goods-2`,`warehouse`:`w2`}");
    records.send(
        RFID, "goods-2", "{`type`:`LOAD`,`time`:2,`goods`:`goods-2`,`warehouse`:`w2`,`truck`:`truck-2`}");
    records.send(REGISTRY, "truck-2", "{`type`:`TRUCK`,`id`:`truck-2`,`maxWeight`:5}");
    records.send(REGISTRY, "goods-2", "{`type`:`GOODS`,`id`:`goods-2`,`weight`:7}");
    violation("truck-2/overload/truck-2/-/2", Status.OPEN);
    records.send(REGISTRY, "truck-2", "{`type`:`TRUCK`,`id`:`truck-2`,`from`:0,`maxWeight`:8}");
    violation("truck-2/overload/truck-2/-/2", Status.RETRACTED);
  }

  @Test
  void reportsExpiryWhenAReadingProvesTheTime() {
    records.send(REGISTRY, "goods-3", "{`type`:`GOODS`,`id`:`goods-3`,`useBy`:5000}");
    records.send(RFID, "goods-3", "{`type`:`RECEIVE`,`time`:1,`goods`:`goods-3`,`warehouse`:`w3`}");
    reading("w3", 5_000, 5);
    ConsumerRecord<byte[], byte[]> record = violation("goods-3/expired/-/-/5000", Status.OPEN);
    assertThat(CauseHeaders.read(record.headers()).topic()).isEqualTo(SENSORS);
  }

  static Stream<Arguments> unusable() {
    String deep = "[".repeat(101) + "]".repeat(101);
    return Stream.of(
        Arguments.of("not-json", SENSORS, "x-1", "{`time`:1"),
        Arguments.of("not-json", REGISTRY, "x-2", "GOODS"),
        Arguments.of("nested-too-deep", RFID, "x-3", "{`goods`:`x-3`,`more`:" + deep + "}"),
        Arguments.of("missing-field", SENSORS, "x-4", "{`time`:1,`location`:`x-4`,`metric`:`m`}"),
        Arguments.of("missing-field", RFID, "x-5", "{`type`:`LOAD`,`time`:1,`goods`:`x-5`,`warehouse`:`w`}"),
        Arguments.of("wrong-type", SENSORS, "x-6", "{`time`:1.5,`location`:`x-6`,`metric`:`m`,`value`:1}"),
        Arguments.of("out-of-range", REGISTRY, "x-7", "{`type`:`GOODS`,`id`:`x-7`,`weight`:-1}"),
        Arguments.of(
            "invalid-identifier", SENSORS, "x-8", "{`time`:1,`location`:`x-8`,`metric`:`m m`,`value`:1}"),
        Arguments.of("unknown-unit", SENSORS, "x-13", "{`time`:1,`location`:`x-13`,`metric`:`m`,`value`:1,`unit`:`F`}"),
        Arguments.of(
            "reserved-metric", SENSORS, "x-9", "{`time`:1,`location`:`x-9`,`metric`:`load.weight`,`value`:1}"),
        Arguments.of("key-mismatch", SENSORS, "x-10", "{`time`:1,`location`:`y`,`metric`:`m`,`value`:1}"),
        Arguments.of(
            "from-the-future",
            SENSORS,
            "x-11",
            "{`time`:%d,`location`:`x-11`,`metric`:`m`,`value`:1}"
                .formatted(System.currentTimeMillis() + 2 * DAY)),
        Arguments.of(
            "too-large",
            SENSORS,
            "x-12",
            "{`time`:1,`location`:`x-12`,`metric`:`m`,`value`:1,`pad`:`" + "p".repeat(65_536) + "`}"));
  }

  @ParameterizedTest
  @MethodSource("unusable")
  void putsAsideWhatCannotBeUsed(String reason, String topic, String key, String value) {
    records.send(topic, key, value);
    ConsumerRecord<byte[], byte[]> letter = deadLetter(key, reason);
    assertThat(Records.text(letter)).isEqualTo(value.replace('`', '"'));
    assertThat(Records.header(letter, "topic")).isEqualTo(topic);
    assertThat(Records.header(letter, "offset")).matches("\\d+");
    goesOn("after-" + key);
  }

  /** Three kilobytes on the wire are three megabytes or hundreds of them when they are unpacked. */
  @ParameterizedTest
  @ValueSource(ints = {3 << 20, 200 << 20})
  void putsAsideTheBeginningOfWhatIsUnpackedLargerThanADeadLetterMayBe(int bytes) {
    String key = "packed-" + bytes;
    byte[] value = new byte[bytes];
    Arrays.fill(value, (byte) ' ');
    records.sendLarge(SENSORS, key, value, "gzip", new RecordHeader("device", Records.bytes("gate-7")));

    ConsumerRecord<byte[], byte[]> letter = deadLetter(key, "too-large");

    assertThat(letter.value()).hasSizeBetween(KeepLimits.USABLE_BYTES, 1 << 20).containsOnly(' ');
    assertThat(Records.header(letter, "value-bytes")).isEqualTo(Integer.toString(bytes));
    assertThat(Records.header(letter, "value-sha256")).isEqualTo(Sha256.of(ByteBuffer.wrap(value)));
    assertThat(Records.header(letter, "header.device")).isEqualTo("gate-7");
    assertThat(Records.header(letter, "timestamp")).matches("\\d+");
    goesOn("after-" + key);
  }

  /** The broker takes 2 MiB: the dead letter with its headers would be more. */
  @Test
  void putsAsideTheBeginningOfTheLargestRecordThatTheBrokerTakes() {
    byte[] value = new byte[2_096_970];
    new Random(7).nextBytes(value);
    records.sendLarge(RFID, "large", value, "none");

    ConsumerRecord<byte[], byte[]> letter = deadLetter("large", "too-large");

    assertThat(value).startsWith(letter.value());
    assertThat(Records.header(letter, "value-sha256")).isEqualTo(Sha256.of(ByteBuffer.wrap(value)));
    goesOn("after-large");
  }

  @Test
  void putsAsideWhatComesTooLate() {
    reading("truck-late", 40 * DAY, 5);
    reading("truck-late", 9 * DAY, 5, new RecordHeader("device", Records.bytes("probe-1")));
    assertThat(Records.header(deadLetter("truck-late", "too-late"), "header.device")).isEqualTo("probe-1");
    assertThat(Records.text(deadLetter("truck-late", "too-late"))).contains(Long.toString(9 * DAY));
    String move = "{`type`:`RECEIVE`,`time`:%d,`goods`:`goods-late`,`warehouse`:`w`}";
    records.send(RFID, "goods-late", move.formatted(40 * DAY));
    records.send(RFID, "goods-late", move.formatted(9 * DAY));
    assertThat(Records.text(deadLetter("goods-late", "too-late"))).contains(Long.toString(9 * DAY));
  }

  @Test
  void putsAsideTheSeriesThatAreTooMany() {
    for (int i = 1; i <= 51; i++) {
      String json = "{`time`:1,`location`:`truck-many`,`metric`:`m%d`,`value`:1}".formatted(i);
      records.send(SENSORS, "truck-many", json);
    }
    assertThat(Records.text(deadLetter("truck-many", "too-many-series"))).contains("\"m51\"");
  }

  @Test
  void putsAsideARecordThatMakesItsEntityFailAgainAndAgain() {
    goesOn("before-poison");
    planted.set(true);
    try {
      reading("truck-poison", 1_000, 9);
      ConsumerRecord<byte[], byte[]> letter = deadLetter("truck-poison", "failed");
      assertThat(Records.header(letter, "detail")).contains("planted");
    } finally {
      planted.set(false);
    }
    goesOn("after-poison");
  }

  @Test
  void takesWhatATransactionCommitsAndNothingThatIsTakenBack() {
    records.transaction(true, () -> {
      chilledGoodsAboard("goods-tx", "truck-tx");
      reading("truck-tx", 1_000, 9);
    });
    records.transaction(false, () -> {
      records.send(REGISTRY, "taken-back", "{`type`:`NONE`}");
      records.send(RFID, "taken-back", "{`type`:`NONE`}");
      records.send(SENSORS, "taken-back", "{`type`:`NONE`}");
    });
    violation("goods-tx/chilled/truck-tx/s1/1000", Status.OPEN);

    records.awaitNoLag("ingest_it");

    goesOn("after-tx");
    records.send(SENSORS, "after-taken-back", "{}");
    deadLetter("after-taken-back", "missing-field");
    assertThat(records.seen(DEAD_LETTERS)).extracting(letter -> new String(letter.key())).doesNotContain("taken-back");
  }

  @Test
  void goesOnWhereItWasDrained() throws Exception {
    goesOn("before-drain");
    node.drain();
    chilledGoodsAboard("goods-drain", "truck-drain");
    reading("truck-drain", 1_000, 9);
    node.close();
    node = new OneNode(stores, "ingest_it", Records.PARTITIONS, this::guard);
    violation("goods-drain/chilled/truck-drain/s1/1000", Status.OPEN);
    reading("truck-before-drain", 2_000, 5);
    ConsumerRecord<byte[], byte[]> closed =
        violation("goods-before-drain/chilled/truck-before-drain/s1/1000", Status.CLOSED);
    assertThat(ViolationJson.decode(closed.value()).revision()).isGreaterThan(1);
  }
}
