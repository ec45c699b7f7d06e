package kongo.drill;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultFileTest {

  @TempDir private Path folder;

  @Test
  void isGoneOnWithByScenarioAndSeed() throws IOException {
    ResultFile.fresh(file()).add(result("kill-node", 3, List.of()));

    ResultFile resumed = ResultFile.resume(file());
    assertThat(resumed.has("kill-node", 3)).isTrue();
    assertThat(resumed.has("kill-node", 4)).isFalse();
    assertThat(resumed.has("kill-two", 3)).isFalse();
  }

  @Test
  void keepsEverythingThatWasFound() throws IOException {
    DrillResult found = result("kill-node", 3, List.of("lost: one"));
    ResultFile.fresh(file()).add(found);

    assertThat(ResultFile.resume(file()).results()).containsExactly(found);
    assertThat(found.clean()).isFalse();
  }

  @Test
  void beginsAnewWithoutAFile() throws IOException {
    assertThat(ResultFile.resume(file()).results()).isEmpty();
  }

  private Path file() {
    return folder.resolve("results.json");
  }

  private static DrillResult result(String scenario, long seed, List<String> findings) {
    FaultResult fault = new FaultResult("2026-11-21T07:15:24.000Z", "kill -9 node-1", 12, 7_000, 400, 0, Goal.NODE_LOST);
    return new DrillResult(
        scenario, "kill -9 of one node", seed, "2026-11-21T07:15:00.000Z", 60.5, List.of(fault), 10_000, 300, 0, 0, 0, 4, 0,
        0, 0, 0, findings, "abc", "", List.of("heap 1 MiB"));
  }
}
