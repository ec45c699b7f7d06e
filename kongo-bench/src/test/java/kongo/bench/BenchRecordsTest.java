package kongo.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import kongo.protocol.Feed;
import kongo.simulator.Bounds;
import kongo.simulator.SimulatedRecord;
import kongo.simulator.WorldStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BenchRecordsTest {

  private static final BenchWorld WORLD = BenchWorld.of(BenchWorld.Course.STEADY, 2_000, 90, 0.0015, 1);

  @Test
  void everybodyIsReceivedBeforeTheSensorsBegin() {
    List<SimulatedRecord> settling = list(new BenchRecords(WORLD).settling());
    assertThat(settling).noneMatch(each -> each.feed() == Feed.SENSORS);
    assertThat(settling.stream().filter(each -> each.feed() == Feed.RFID).map(SimulatedRecord::key).distinct().count())
        .isGreaterThan(1_950);
  }

  @ParameterizedTest
  @CsvSource({"200, 0.0008", "2000, 0.0008", "20000, 0.0008", "100000, 0.0007"})
  void theMixThatFollowsHasItsShareOfMovesHoweverManyGoodsAreAtAPlace(int goods, double least) {
    BenchRecords records = new BenchRecords(WORLD.with(goods, 90));
    list(records.settling());
    long events = 400_000;
    long moves = list(records.running(events)).stream().filter(each -> each.feed() == Feed.RFID).count();
    assertThat(moves / (double) events).isBetween(least, 0.0025);
  }

  @Test
  void asManyReadingsAsAreWantedAreOfASpan() {
    Duration span = Duration.ofDays(7);
    BenchRecords records = new BenchRecords(WORLD.withReadings(400_000, span));
    list(records.settling());
    List<SimulatedRecord> running = list(records.running(400_000));
    assertThat(running.get(running.size() - 1).time() - running.get(0).time()).isBetween(span.toMillis() * 9 / 10, span.toMillis() * 11 / 10);
    long moves = running.stream().filter(each -> each.feed() == Feed.RFID).count();
    assertThat(moves / 400_000.0).isBetween(0.0008, 0.0025);
  }

  @Test
  void thePartsTogetherAreTheWorld() {
    BenchRecords records = new BenchRecords(WORLD);
    List<SimulatedRecord> parts = new ArrayList<>(list(records.settling()));
    int settling = parts.size();
    parts.addAll(list(records.running(4)));
    parts.addAll(list(records.running(6)));
    WorldStream world = new WorldStream(WORLD.world(), Bounds.ofEvents(settling + 10L));
    assertThat(texts(parts)).isEqualTo(texts(list(world)));
    assertThat(parts.get(settling).time()).isGreaterThanOrEqualTo(WORLD.settledAt());
  }

  @Test
  void theClassicWorldIsSettledWhenAllIsReceived() {
    BenchWorld classic = BenchWorld.of(BenchWorld.Course.CLASSIC, 50, 9, 0.0015, 1);
    List<SimulatedRecord> settling = list(new BenchRecords(classic).settling());
    assertThat(settling).filteredOn(each -> each.feed() == Feed.RFID).hasSize(50);
  }

  private static List<String> texts(List<SimulatedRecord> records) {
    return records.stream().map(each -> new String(each.value(), StandardCharsets.UTF_8)).toList();
  }

  private static List<SimulatedRecord> list(Iterator<SimulatedRecord> records) {
    List<SimulatedRecord> all = new ArrayList<>();
    records.forEachRemaining(all::add);
    return all;
  }
}
