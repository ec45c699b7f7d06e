package kongo.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadAheadTest {

  @TempDir private Path blockDevices;

  @Test
  void tellsWhatEachDiskReadsAhead() throws IOException {
    device("vda", "8192\n");
    device("nvme0n1", "128\n");
    device("loop0", "256\n");
    device("zram0", "64\n");
    assertThat(ReadAhead.ofDisks(blockDevices)).isEqualTo(Map.of("nvme0n1", 128, "vda", 8192));
  }

  @Test
  void tellsNothingWhereTheSystemDoesNot() {
    assertThat(ReadAhead.ofDisks(blockDevices.resolve("none"))).isEmpty();
  }

  private void device(String name, String readAhead) throws IOException {
    Files.writeString(Files.createDirectories(blockDevices.resolve(name).resolve("queue")).resolve("read_ahead_kb"), readAhead);
  }
}
