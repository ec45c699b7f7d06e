package kongo.doctor;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kongo.doctor.finding.Finding;
import kongo.doctor.finding.Item;
import kongo.doctor.finding.Limits;
import kongo.protocol.Address;
import kongo.protocol.DeadLetterHeaders;
import kongo.protocol.EventTime;
import kongo.protocol.Feed;
import kongo.protocol.Partitions;
import kongo.protocol.Reason;
import kongo.protocol.Topics;
import kongo.rules.RuleBook;
import kongo.rules.RuleBooks;
import kongo.rules.RuleHistory;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;

/** Some records, as they are in Kafka, and what is found in them. */
final class Case {

  /** 2026-11-28T15:33:00Z, when the Goods of most cases is loaded. */
  static final long LOADED = 1_795_879_980_000L;

  static final long MINUTE = 60_000;

  static final int PARTITIONS = 12;

  private record Incoming(Feed feed, ConsumerRecord<byte[], byte[]> record) {}

  private final Limits limits;
  private RuleHistory books;
  private final List<Incoming> incoming = new ArrayList<>();
  private final List<ConsumerRecord<byte[], byte[]>> letters = new ArrayList<>();

  Case() {
    this(Limits.DEFAULT, RuleBooks.original());
  }

  Case(Limits limits, RuleBook book) {
    this.limits = limits;
    this.books = RuleHistory.of(book);
  }

  /** A rule book is sent that holds from this time on. */
  Case book(long from, RuleBook book) {
    books = books.and(books.version() + 1, from, book);
    return this;
  }

  /** A truck, a warehouse, and a Goods of some categories that is loaded: the beginning of most cases from the field. */
  static Case load(String name, String... categories) {
    return new Case().loaded(name, categories);
  }

  Case loaded(String name, String... categories) {
    return places(name)
        .send("{'type':'GOODS','id':'%s-g','categories':['%s'],'weight':10}".formatted(name, String.join("','", categories)))
        .moves(name, name + "-g");
  }

  Case places(String name) {
    return send("{'type':'TRUCK','id':'%s-t','maxWeight':1000}".formatted(name)).send("{'type':'WAREHOUSE','id':'%s-w'}".formatted(name));
  }

  Case moves(String name, String goods) {
    return send("{'type':'RECEIVE','time':%d,'goods':'%s','warehouse':'%s-w'}".formatted(LOADED - 10 * MINUTE, goods, name))
        .send("{'type':'LOAD','time':%d,'goods':'%s','warehouse':'%s-w','truck':'%s-t'}".formatted(LOADED, goods, name, name))
        .reading(name + "-w", "temperature", "s1", LOADED - 10 * MINUTE, 5);
  }

  Case reading(String location, String metric, String sensor, long time, double value) {
    return send(json(location, metric, sensor, time, value));
  }

  static String json(String location, String metric, String sensor, long time, double value) {
    String named = sensor.isEmpty() ? "" : ",'sensor':'" + sensor + "'";
    return "{'time':%d,'location':'%s','metric':'%s'%s,'value':%s}".formatted(time, location, metric, named, value);
  }

  /** With the key and in the topic that its fields tell, an hour after the loading. */
  Case send(String json) {
    return send(json, LOADED + 60 * MINUTE);
  }

  Case send(String json, long timestamp) {
    Address address = Address.of(bytes(json), Topics.DEFAULT).orElseThrow();
    return send(Topics.DEFAULT.feed(address.topic()), address.key(), bytes(json), timestamp, Partitions.of(address.key(), PARTITIONS));
  }

  Case send(Feed feed, String key, byte[] value, long timestamp, int partition) {
    byte[] keyBytes = key == null ? null : bytes(key);
    incoming.add(new Incoming(feed, record(feed.topic(Topics.DEFAULT), partition, incoming.size(), timestamp, keyBytes, value)));
    return this;
  }

  Case letter(Reason reason, String detail, long offset, String value) {
    return letter(reason, detail, offset, value, LOADED);
  }

  /** @param written when the dead letter was */
  Case letter(Reason reason, String detail, long offset, String value, long written) {
    var letter = record(Topics.DEFAULT.deadLetters(), 0, letters.size(), written, bytes("x"), bytes(value));
    new DeadLetterHeaders(reason, detail, Topics.DEFAULT.sensors(), 3, offset).write(letter.headers());
    letters.add(letter);
    return this;
  }

  private static ConsumerRecord<byte[], byte[]> record(String topic, int partition, long offset, long timestamp, byte[] key, byte[] value) {
    return new ConsumerRecord<>(
        topic, partition, offset, timestamp, TimestampType.CREATE_TIME, 0, 0, key, value, new RecordHeaders(), Optional.empty());
  }

  private static byte[] bytes(String json) {
    return json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
  }

  Diagnosis diagnosis() {
    Intake intake = new Intake(books, LOADED + 60 * MINUTE, new EventTime(0, Duration.ofDays(1).toMillis()), limits);
    for (Feed feed : List.of(Feed.REGISTRY, Feed.RFID, Feed.SENSORS)) {
      incoming.stream().filter(each -> each.feed == feed).forEach(each -> intake.take(feed, each.record, PARTITIONS));
    }
    letters.forEach(intake::takeDeadLetter);
    return intake.diagnosis();
  }

  List<String> kinds() {
    return diagnosis().findings().stream().map(finding -> finding.heading().kind()).toList();
  }

  Finding finding(String kind) {
    return diagnosis().findings().stream().filter(finding -> finding.heading().kind().equals(kind)).findFirst()
        .orElseThrow(() -> new AssertionError("no " + kind + " in " + diagnosis().findings()));
  }

  Item item(String kind, String subject) {
    return finding(kind).items().stream().filter(item -> item.subject().equals(subject)).findFirst()
        .orElseThrow(() -> new AssertionError("no " + subject + " in " + finding(kind)));
  }
}
