package kongo.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import kongo.violation.Violation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SavedSetIT {

  private final SortedMap<String, Violation> set = SmallHouse.violations();

  @TempDir private Path folder;

  @Test
  void comesBackAsItWas() throws IOException {
    Path file = folder.resolve("set");
    SavedSet.write(file, set);
    assertThat(SavedSet.read(file)).isEqualTo(set);
    assertThat(Files.readAllLines(file).get(0)).contains(ComparedFields.digest(set));
  }

  @Test
  void isRefusedWhenItWasChanged() throws IOException {
    Path file = folder.resolve("set");
    SavedSet.write(file, set);
    List<String> lines = Files.readAllLines(file);
    Files.write(file, lines.subList(0, lines.size() - 1));
    assertThatThrownBy(() -> SavedSet.read(file)).isInstanceOf(IOException.class).hasMessageContaining("digest");
  }
}
