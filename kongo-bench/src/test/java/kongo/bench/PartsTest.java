package kongo.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import kongo.protocol.Feed;
import kongo.simulator.SimulatedRecord;
import org.junit.jupiter.api.Test;

class PartsTest {

  private static final BenchWorld WORLD = BenchWorld.of(BenchWorld.Course.STEADY, 100, 12, 1, 1).withoutRepeatedReads();

  @Test
  void movesAreOfGoodsThatAreRegisteredBefore() {
    Parts parts = Parts.moves(WORLD, 500);
    List<SimulatedRecord> before = new ArrayList<>();
    parts.before().forEachRemaining(before::add);
    List<SimulatedRecord> measured = new ArrayList<>();
    parts.measured().get().forEachRemaining(measured::add);
    Set<String> registered =
        before.stream().filter(each -> each.feed() == Feed.REGISTRY).map(SimulatedRecord::key).collect(Collectors.toSet());
    assertThat(measured).hasSize(500).allMatch(each -> each.feed() == Feed.RFID && registered.contains(each.key()));
  }
}
