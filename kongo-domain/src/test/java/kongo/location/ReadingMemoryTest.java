package kongo.location;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import kongo.location.LocationEvent.ReadingsAccepted;
import kongo.violation.Source;
import org.junit.jupiter.api.Test;

class ReadingMemoryTest {

  private static final int CAPACITY = 100;

  private final ReadingMemory memory = ReadingMemory.empty(new LocationSettings(1_000_000, CAPACITY));

  @Test
  void dropsTheOldestDownToThreeQuartersWhenFull() {
    take(1, 0, CAPACITY);
    memory.settle();
    assertThat(memory.memory(0).size()).isEqualTo(CAPACITY);

    take(2, CAPACITY, 1);
    memory.settle();

    assertThat(memory.memory(0).size()).isEqualTo(CAPACITY * 3 / 4);
    assertThat(memory.memory(0).time(0)).isEqualTo(CAPACITY + 1 - CAPACITY * 3 / 4);
  }

  private void take(long row, int first, int count) {
    long[] numbers = LongStream.range(0, count).toArray();
    double[] values = IntStream.range(0, count).mapToDouble(i -> 5).toArray();
    List<SeriesKey> begun = row == 1 ? List.of(new SeriesKey("temperature", "")) : List.of();
    memory.take(
        row,
        new ReadingsAccepted(
            new Source("sensors", 0), begun, new int[count], first, numbers, values, first, numbers, first, numbers,
            new int[0], new int[0], new long[0], new long[0], new long[0], 0));
  }
}
