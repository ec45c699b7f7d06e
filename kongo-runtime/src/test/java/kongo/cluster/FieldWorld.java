package kongo.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import kongo.goods.Stay;
import kongo.protocol.Address;
import kongo.protocol.Decoded;
import kongo.protocol.EventTime;
import kongo.protocol.RecordDecoder;
import kongo.protocol.RegistryDecoder;
import kongo.protocol.RfidDecoder;
import kongo.protocol.RuleBookDecoder;
import kongo.protocol.RuleBookRecord;
import kongo.protocol.SensorDecoder;
import kongo.protocol.Topics;
import kongo.reference.LogRecord;
import kongo.reference.LogRecord.OfBook;
import kongo.reference.LogRecord.OfMove;
import kongo.reference.LogRecord.OfReading;
import kongo.reference.LogRecord.OfRegistration;
import kongo.reference.RefusedRecord;
import kongo.reference.SmallWorld;
import kongo.rules.RuleBook;
import kongo.rules.RuleBooks;
import kongo.violation.Violation;

/**
 * Records as gateways send them, byte by byte, through the decoders of the product; judged by both evaluators, by the engine
 * under many schedules. What a decoder refuses is in {@link #refused}, as is what the law refuses.
 */
final class FieldWorld {

  /** 2026-11-28T15:33:00Z, when the Goods of most cases is loaded. */
  static final long LOADED = 1_795_879_980_000L;

  static final long SECOND = 1_000;
  static final long MINUTE = 60 * SECOND;
  static final long HOUR = 60 * MINUTE;
  static final long DAY = 24 * HOUR;

  private static final Pattern TIME = Pattern.compile("\"time\":\\s*(\\d{13})\\b");
  private static final int SCHEDULES = Integer.getInteger("kongo.field.schedules", 30);
  private static final int MAX_SERIES = 10_000;

  private final RuleBook book;
  private final RegistryDecoder registry = new RegistryDecoder();
  private final RfidDecoder rfid = new RfidDecoder(EventTime.DEFAULT);
  private final SensorDecoder sensors = new SensorDecoder(EventTime.DEFAULT);
  private final RuleBookDecoder books = new RuleBookDecoder();
  private final List<LogRecord> records = new ArrayList<>();
  private final List<String> undecoded = new ArrayList<>();

  private long offset;
  private long now = LOADED;

  private FieldWorld(RuleBook book) {
    this.book = book;
  }

  /** Judged by a book of these rules, from ever on. */
  static FieldWorld by(String hocon) {
    return new FieldWorld(RuleBooks.parse(hocon, "test"));
  }

  /** A Goods that is received ten minutes before it is loaded on a truck; their names begin with this one. */
  FieldWorld load(String name, String category) {
    return at(LOADED - 10 * MINUTE)
        .send("{'type':'TRUCK','id':'%s-t','maxWeight':1000}".formatted(name))
        .send("{'type':'WAREHOUSE','id':'%s-w'}".formatted(name))
        .send("{'type':'GOODS','id':'%s-g','categories':['%s'],'weight':10}".formatted(name, category))
        .move(-10 * MINUTE, "'type':'RECEIVE','goods':'%1$s-g','warehouse':'%1$s-w'".formatted(name))
        .move(0, "'type':'LOAD','goods':'%1$s-g','warehouse':'%1$s-w','truck':'%1$s-t'".formatted(name));
  }

  FieldWorld move(long after, String fields) {
    return send("{'time':%d,%s}".formatted(LOADED + after, fields));
  }

  /** The temperature of a place by its sensor s1. */
  FieldWorld temperature(String place, long after, double value) {
    return reading(after, "'location':'%s','metric':'temperature','sensor':'s1','value':%s".formatted(place, value));
  }

  FieldWorld reading(long after, String fields) {
    return send("{'time':%d,%s}".formatted(LOADED + after, fields));
  }

  /** Whoever knows that time has passed at a place says so. */
  FieldWorld clock(String place, long after) {
    return reading(after, "'location':'%s','metric':'clock','value':0".formatted(place));
  }

  /** What has no time of its own is sent at this one. */
  FieldWorld at(long timestamp) {
    now = timestamp;
    return this;
  }

  /** To the topic and with the key that its fields tell; with its own time as the record's timestamp. Apostrophes stand for quotes. */
  FieldWorld send(String json) {
    String text = json.replace('\'', '"');
    Address address = Address.of(bytes(text), Topics.DEFAULT).orElseThrow(() -> new AssertionError("no address: " + text));
    Matcher time = TIME.matcher(text);
    return send(address, text, time.find() ? Long.parseLong(time.group(1)) : now);
  }

  /** The same, with this timestamp of the record. */
  FieldWorld sendAt(long timestamp, String json) {
    String text = json.replace('\'', '"');
    return send(Address.of(bytes(text), Topics.DEFAULT).orElseThrow(), text, timestamp);
  }

  /** A move whose fields do not tell its key. */
  FieldWorld moveOf(String goods, long after, String fields) {
    return send(new Address(Topics.DEFAULT.rfid(), goods), "{\"time\":%d,%s}".formatted(LOADED + after, fields.replace('\'', '"')), LOADED + after);
  }

  /** A reading of a place that may be no JSON. */
  FieldWorld readingAt(String place, long after, String fields) {
    return send(new Address(Topics.DEFAULT.sensors(), place), "{\"time\":%d,%s}".formatted(LOADED + after, fields.replace('\'', '"')), LOADED + after);
  }

  /** The profile of an id is deleted. */
  FieldWorld delete(String id, long timestamp) {
    return take(registry, id, null, timestamp, value -> new OfRegistration(0, offset++, value.id(), timestamp, value.registration(), value.from()));
  }

  /** A book in JSON that holds from this event time on. */
  FieldWorld book(String from, String rules) {
    String json = "{'from':%s,'book':{'hold':'90m','rules':%s}}".formatted(from, rules).replace('\'', '"');
    return take(books, RuleBookRecord.KEY, json, now, value -> new OfBook(0, offset++, value.from(), value.book()));
  }

  private FieldWorld send(Address address, String json, long timestamp) {
    String topic = address.topic();
    if (topic.equals(Topics.DEFAULT.registry())) {
      return take(registry, address.key(), json, timestamp,
          value -> new OfRegistration(0, offset++, value.id(), timestamp, value.registration(), value.from()));
    }
    if (topic.equals(Topics.DEFAULT.rfid())) {
      return take(rfid, address.key(), json, timestamp, value -> new OfMove(0, offset++, value.goods(), value.move(), value.correction()));
    }
    return take(sensors, address.key(), json, timestamp, value -> new OfReading(
        0, offset++, value.location(), timestamp, value.reading(), value.correction(), value.byGoods()));
  }

  private <T> FieldWorld take(RecordDecoder<T> decoder, String key, String json, long timestamp, Function<T, LogRecord> logRecord) {
    Decoded<T> decoded = decoder.decode(bytes(key), json == null ? null : bytes(json), timestamp);
    if (decoded instanceof Decoded.Usable<T> usable) {
      records.add(logRecord.apply(usable.value()));
    } else if (decoded instanceof Decoded.Refused<T> refused) {
      undecoded.add(refused.reason().header());
    }
    return this;
  }

  /** The reasons of all that was refused: by a decoder first, then by the law. */
  List<String> refused() {
    Stream<String> byLaw = world().acceptance().refused().stream().map(FieldWorld::reason);
    return Stream.concat(undecoded.stream(), byLaw).toList();
  }

  private static String reason(RefusedRecord refused) {
    return refused.reason().name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  List<String> places(String goods) {
    return world().expectedStays().get(goods).stream().map(Stay::location).toList();
  }

  /**
   * By the reference; the engine says the same whatever the schedule. Each as its id with its beginning in minutes after the
   * loading, its status, its end, how many values it counts, and the worst of them.
   */
  List<String> violations() {
    SmallWorld world = world();
    boolean hasBooks = records.stream().anyMatch(OfBook.class::isInstance);
    for (long seed = 0; seed < SCHEDULES; seed++) {
      new IncrementalTest.Engine(world, new Random(seed)).runAndCompare();
      // Its nodes know the configured book alone.
      Optional<String> difference = hasBooks ? Optional.empty() : Shrinking.failure(world, Plant.NONE, seed, Integer.MAX_VALUE);
      assertThat(difference).isEmpty();
    }
    return world.expected().values().stream().map(FieldWorld::line).toList();
  }

  private SmallWorld world() {
    return new SmallWorld(1, book, Duration.ofDays(30), List.copyOf(records), MAX_SERIES);
  }

  private static String line(Violation violation) {
    String line = violation.id().replace(Long.toString(violation.from()), minutes(violation.from())) + " " + violation.status();
    line += violation.to() == null ? "" : " " + minutes(violation.to());
    return violation.count() == null ? line : line + " " + violation.count() + "x " + violation.worst();
  }

  private static String minutes(long time) {
    double minutes = (double) (time - LOADED) / MINUTE;
    return "H%+d".formatted((long) minutes) + (minutes == Math.rint(minutes) ? "" : ":" + Math.abs((time - LOADED) / SECOND % 60));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
