package kongo.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import kongo.goods.GoodsEvent.MovesAccepted;
import kongo.goods.GoodsEvent.Registered;
import kongo.goods.Opening;
import kongo.location.LocationEvent.ReadingsAccepted;
import kongo.location.SeriesKey;
import kongo.registry.Timeline;
import kongo.violation.Cause;
import kongo.violation.Position;
import kongo.violation.Source;
import org.junit.jupiter.api.Test;

class JournaledOffsetsTest {

  private static final Source SENSORS = new Source("sensors", 2);

  private final JournaledOffsets journaled = new JournaledOffsets(topic -> topic.equals("grown") ? Set.of(0, 1) : Set.of(0));

  @Test
  void theOffsetsOfEveryKindOfRowAreTaken() {
    take("Location|l", readings(100, 0, 7));
    take("Goods|g", new MovesAccepted(new Source("rfid", 0), List.of(), new long[] {5}, new long[] {0}, new int[0], new long[] {6}, new long[0], List.of(), Opening.NEVER, -1));
    take("Goods|g", new Registered(Optional.empty(), Optional.empty(), Timeline.EVER, -1, new Cause("registry", 1, 9, 0), List.of()));

    assertThat(List.of(100L, 107L)).allMatch(journaled.of(SENSORS)::contains);
    assertThat(journaled.of(SENSORS).contains(7)).isFalse();
    assertThat(journaled.of(new Source("rfid", 0)).contains(5)).isTrue();
    assertThat(journaled.of(new Source("rfid", 0)).contains(6)).as("a refused one is a dead letter").isFalse();
    assertThat(journaled.of(new Source("registry", 1)).contains(9)).isTrue();
    assertThat(journaled.twice().isNone()).isTrue();
  }

  @Test
  void recordsOfAnotherEpochAreOfOtherTopics() {
    take("Location|l", readings(Position.of(1, 100), 0));
    take("Location|l", readings(100, 7));

    assertThat(journaled.of(SENSORS).contains(100)).isFalse();
    assertThat(journaled.of(SENSORS).contains(107)).isTrue();
  }

  @Test
  void recordsOfATopicThatGotMorePartitionsAreOfAllItsEpochs() {
    take("Goods|g", new Registered(Optional.empty(), Optional.empty(), Timeline.EVER, -1, new Cause("grown", 1, Position.of(0, 9), 0), List.of()));
    take("Goods|g", new Registered(Optional.empty(), Optional.empty(), Timeline.EVER, -1, new Cause("grown", 1, Position.of(1, 10), 0), List.of()));

    assertThat(List.of(9L, 10L)).allMatch(journaled.of(new Source("grown", 1))::contains);
  }

  @Test
  void aRecordInTwoRowsIsFound() {
    take("Location|l", readings(100, 0));
    take("Location|l", readings(99, 0, 1));

    assertThat(journaled.twice().first()).containsExactly("sensors/2@100, again in Location|l 1");
  }

  private void take(String persistenceId, Object event) {
    journaled.reader(new JournalId(persistenceId, 0)).event(1, event);
  }

  private static ReadingsAccepted readings(long first, long... offsets) {
    int size = offsets.length;
    return new ReadingsAccepted(
        SENSORS, List.of(new SeriesKey("m", "")), new int[size], 0, new long[size], new double[size], first, offsets, 0,
        new long[size], new int[0], new int[0], new long[0], new long[0], new long[0], 0);
  }
}
