package kongo.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import kongo.local.LocalStores;
import kongo.local.SharedStores;
import kongo.protocol.PublishedViolation;
import kongo.protocol.ViolationJson;
import kongo.rules.RuleBook;
import kongo.rules.RuleBooks;
import kongo.violation.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** After an outage moves and readings are worked off side by side: nobody hears of trucks that were silent only because their readings waited. */
@Timeout(720)
class BacklogIT {

  private static final int TRUCKS = 4;
  private static final int MINUTES = 240;
  private static final long MINUTE = 60_000;
  private static final RuleBook BOOK = RuleBooks.parse(
      """
      rules {
        heard { metric = temperature, silent = 15m, for = [T2], at = TRUCK }
        warm  { metric = temperature, max = 8, for = [T2] }
      }
      """,
      "test");
  private static final Map<String, ?> SETTINGS =
      Map.of("kongo.ingest.batch-records", 20, "kongo.ingest.harmless-readings.wait", "0s", "kongo.ingest.harmless-readings.longest-wait", "0s");

  private final long begin = System.currentTimeMillis() - Duration.ofHours(6).toMillis();

  @Test
  void noTruckSeemsSilentWhoseReadingsWait() throws Exception {
    LocalStores stores = SharedStores.get();
    try (Records records = new Records(stores.kafka().bootstrap())) {
      // Their records are of now: behind them in a partition, those of an outage are out of order.
      records.beginHere("backlog_it");
      registrations(records);
      moves(records);
      readings(records);

      try (OneNode node = new OneNode(stores, "backlog_it", Records.PARTITIONS, SETTINGS, BOOK)) {
        records.awaitNoLag("backlog_it");
        List<PublishedViolation> seen = trucks().mapToObj(truck -> lastOf(records, truck)).toList();

        assertThat(seen).hasSize(TRUCKS);
        awaitSilenceOf(records, "mute");
      }
      assertThat(records.seen("kongo.violations").stream().map(record -> ViolationJson.decode(record.value()).violation()))
          .filteredOn(violation -> violation.location().startsWith("backlog-"))
          .isNotEmpty()
          .noneMatch(violation -> violation.kind() == Kind.SILENCE);
    }
  }

  /** Only the moves prove it: so it is told when there are no readings to come any more. */
  private static void awaitSilenceOf(Records records, String goods) {
    records.await("kongo.violations", record -> {
      PublishedViolation one = ViolationJson.decode(record.value());
      return goods.equals(one.violation().goods()) && one.violation().kind() == Kind.SILENCE;
    });
  }

  private static IntStream trucks() {
    return IntStream.range(0, TRUCKS);
  }

  private static PublishedViolation lastOf(Records records, int truck) {
    return ViolationJson.decode(records.await("kongo.violations", record -> {
      PublishedViolation one = ViolationJson.decode(record.value());
      return one.violation().location().equals("backlog-" + truck) && one.violation().kind() == Kind.ENVIRONMENT;
    }).value());
  }

  private void registrations(Records records) {
    records.send("kongo.registry", "mute-truck", "{`type`:`TRUCK`,`id`:`mute-truck`}", begin);
    records.send("kongo.registry", "mute", "{`type`:`GOODS`,`id`:`mute`,`categories`:[`T2`]}", begin);
    trucks().forEach(truck -> {
      records.send("kongo.registry", "backlog-" + truck, "{`type`:`TRUCK`,`id`:`backlog-%d`}".formatted(truck), begin);
      records.send("kongo.registry", "cold-" + truck, "{`type`:`GOODS`,`id`:`cold-%d`,`categories`:[`T2`]}".formatted(truck), begin);
    });
  }

  /** What is cold stays aboard; other Goods join it all the time. */
  private void moves(Records records) {
    trucks().forEach(truck -> load(records, "cold-" + truck, "backlog-" + truck, 0));
    load(records, "mute", "mute-truck", 0);
    load(records, "other", "mute-truck", MINUTES);
    IntStream.range(1, MINUTES).forEach(minute -> load(records, "other-" + minute, "backlog-" + minute % TRUCKS, minute));
  }

  private void load(Records records, String goods, String truck, int minute) {
    long time = begin + minute * MINUTE;
    records.send("kongo.rfid", goods, "{`type`:`RECEIVE`,`time`:%d,`goods`:`%s`,`warehouse`:`backlog`}".formatted(time, goods), time);
    records.send(
        "kongo.rfid", goods,
        "{`type`:`LOAD`,`time`:%d,`goods`:`%s`,`warehouse`:`backlog`,`truck`:`%s`}".formatted(time + 1, goods, truck), time);
  }

  /** The last one is too warm, so that it is seen when all is done. */
  private void readings(Records records) {
    IntStream.rangeClosed(0, MINUTES).forEach(minute -> trucks().forEach(truck -> {
      long time = begin + minute * MINUTE + 2;
      records.send(
          "kongo.sensors", "backlog-" + truck,
          "{`time`:%d,`location`:`backlog-%d`,`metric`:`temperature`,`sensor`:`s`,`value`:%d}".formatted(time, truck, minute == MINUTES ? 9 : 5),
          time);
    }));
  }
}
