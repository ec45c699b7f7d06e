package kongo.ingest;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigUtil;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.TreeMap;
import kongo.kafka.KeepLimits;
import kongo.protocol.EventTime;
import kongo.protocol.Topics;
import kongo.stream.AskLimits;
import kongo.stream.HoldLimits;
import kongo.violation.Position;
import kongo.violation.RefusedOffsets;

/**
 * What the streams need to know, read once from {@code kongo.kafka} and {@code kongo.ingest} (reference.conf says what
 * each key means).
 *
 * @param client settings of every Kafka client, bootstrap servers included
 * @param consumer settings of the consumers alone
 * @param sensorsConsumer settings of the sensors' consumer alone, over those of all
 * @param producer settings of the producers alone
 * @param epoch of the input topics, see {@link Position}
 * @param eventTime when events may be
 * @param hold how long harmless readings may wait for others
 * @param catchUp when readings wait for moves and registrations, and moves for readings
 * @param asks how large asks may be, and how many of a partition may wait
 * @param uncommittedRecords of a partition that may be taken while one before them is not settled
 * @param uncommittedBytes the same in bytes of keys and values
 * @param keep how much of a record is kept for the dead letters
 * @param booksAtOnce so many entities of the cluster are told of new rule books at once
 */
public record IngestSettings(
    Topics topics,
    Map<String, String> client,
    Map<String, String> consumer,
    Map<String, String> sensorsConsumer,
    Map<String, String> producer,
    String group,
    int epoch,
    int batchRecords,
    int asksAtOnce,
    Duration askTimeout,
    int alikeFailures,
    EventTime eventTime,
    HoldLimits hold,
    CatchUpLimits catchUp,
    AskLimits asks,
    int uncommittedRecords,
    long uncommittedBytes,
    KeepLimits keep,
    int booksAtOnce) {

  public IngestSettings {
    atLeastOne("batch-records", batchRecords);
    atLeastOne("harmless-readings.rows-per-second", hold.rowsPerSecond());
    atLeastOne("harmless-readings.per-location", hold.readings());
    atLeastOne("harmless-readings.in-hand", hold.window());
    atMost("batch-records", batchRecords, RefusedOffsets.MOST - 1);
    atLeastOne("asks-at-once", asksAtOnce);
    atLeastOne("ask-timeout", askTimeout.toMillis());
    atLeastOne("alike-failures", alikeFailures);
    atLeastOne("asks.things", asks.things());
    atLeastOne("asks.size", asks.bytes());
    atLeastOne("asks.in-hand", asks.inHand());
    atLeastOne("uncommitted.records", uncommittedRecords);
    atLeastOne("uncommitted.size", uncommittedBytes);
    atLeast("dead-letters.whole", keep.wholeBytes(), KeepLimits.USABLE_BYTES + 1);
    atLeast("dead-letters.headers", keep.headerBytes(), 0);
    atLeast("dead-letters.large", keep.largeBytes(), 0);
    atLeastOne("books-at-once", booksAtOnce);
  }

  /** @param config of the whole system */
  public static IngestSettings from(Config config) {
    Config kafka = config.getConfig("kongo.kafka");
    Config ingest = config.getConfig("kongo.ingest");
    Map<String, String> client = texts(kafka.getConfig("client"));
    client.put("bootstrap.servers", kafka.getString("bootstrap-servers"));
    return new IngestSettings(
        Topics.of(topic -> kafka.getString("topics." + topic.key())),
        client,
        texts(kafka.getConfig("consumer")),
        texts(kafka.getConfig("sensors-consumer")),
        texts(kafka.getConfig("producer")),
        kafka.getString("group"),
        kafka.getInt("epoch"),
        ingest.getInt("batch-records"),
        ingest.getInt("asks-at-once"),
        ingest.getDuration("ask-timeout"),
        ingest.getInt("alike-failures"),
        new EventTime(OffsetDateTime.parse(ingest.getString("earliest")).toInstant(), ingest.getDuration("allowed-ahead")),
        hold(ingest.getConfig("harmless-readings")),
        new CatchUpLimits(ingest.getDuration("moves-first.live"), ingest.getDuration("moves-first.slack")),
        asks(ingest.getConfig("asks")),
        ingest.getInt("uncommitted.records"),
        ingest.getBytes("uncommitted.size"),
        keep(ingest.getConfig("dead-letters")),
        ingest.getInt("books-at-once"));
  }

  private static HoldLimits hold(Config harmless) {
    long wait = harmless.getDuration("wait").toMillis();
    return new HoldLimits(
        wait,
        Math.max(wait, harmless.getDuration("longest-wait").toMillis()),
        harmless.getInt("rows-per-second"),
        harmless.getInt("per-location"),
        harmless.getInt("in-hand"));
  }

  private static AskLimits asks(Config asks) {
    return new AskLimits(asks.getInt("things"), bytes(asks, "size"), asks.getInt("in-hand"));
  }

  private static KeepLimits keep(Config letters) {
    return new KeepLimits(
        bytes(letters, "whole"), bytes(letters, "headers"), bytes(letters, "large"));
  }

  private static int bytes(Config config, String key) {
    return (int) Math.min(Integer.MAX_VALUE, config.getBytes(key));
  }

  /** The consumer group that reads a topic: one each, so that a rebalance of one leaves the others alone. */
  public String groupOf(String topic) {
    return group + "-" + topic;
  }

  /** Settings of a producer, by Kafka's own names. */
  public Map<String, String> producers() {
    Map<String, String> all = new TreeMap<>(client);
    all.putAll(producer);
    return all;
  }

  private static Map<String, String> texts(Config config) {
    Map<String, String> texts = new TreeMap<>();
    config.entrySet().forEach(e -> texts.put(unquoted(e.getKey()), String.valueOf(e.getValue().unwrapped())));
    return texts;
  }

  private static String unquoted(String path) {
    return String.join(".", ConfigUtil.splitPath(path));
  }

  private static void atMost(String key, long value, long most) {
    if (value > most) {
      throw new IllegalArgumentException("kongo.ingest." + key + " must be at most " + most + ", not " + value);
    }
  }

  private static void atLeastOne(String key, long value) {
    atLeast(key, value, 1);
  }

  private static void atLeast(String key, long value, long least) {
    if (value < least) {
      throw new IllegalArgumentException("kongo.ingest." + key + " must be at least " + least + ", not " + value);
    }
  }
}
