package kongo.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import kongo.protocol.Feed;
import kongo.simulator.Bounds;
import kongo.simulator.SimulatedRecord;
import kongo.simulator.WorldStream;
import org.junit.jupiter.api.Test;

class CrowdWorldTest {

  private final CrowdWorld world = new CrowdWorld(5, 2);
  private final WorldStream stream = new WorldStream(world, Bounds.NONE);

  @Test
  void placesAreRegisteredThenGoodsArriveThenTheirTagsAreReadAgainWhereTheyAre() {
    assertThat(next(world.registryOfPlaces())).hasSize(2).allMatch(each -> each.feed() == Feed.REGISTRY);
    List<SimulatedRecord> arrivals = next(world.arrivals());
    assertThat(arrivals).filteredOn(each -> each.feed() == Feed.RFID).hasSize(5);
    List<SimulatedRecord> wakings = next(world.wakings(5));
    assertThat(wakings).filteredOn(each -> each.feed() == Feed.SENSORS).extracting(SimulatedRecord::key)
        .containsExactlyInAnyOrder("warehouse-1", "warehouse-2");
    assertThat(reads(wakings)).containsExactlyElementsOf(reads(arrivals));
  }

  private static List<String> reads(List<SimulatedRecord> records) {
    return records.stream().filter(each -> each.feed() == Feed.RFID).map(each -> each.key() + " at " + each.place()).toList();
  }

  private List<SimulatedRecord> next(long count) {
    List<SimulatedRecord> records = new ArrayList<>();
    BoundedRecords.count(count, stream::next).forEachRemaining(records::add);
    return records;
  }
}
