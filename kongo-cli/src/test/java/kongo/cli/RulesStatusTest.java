package kongo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RulesStatusTest {

  @Test
  void tellsHowFarABookIs() {
    assertThat(of(-1, -1, 0, "0", 0, "")).isEqualTo("as the nodes were configured");
    assertThat(of(4, 4, 40, "0", 0, "")).isEqualTo("version 4, known to all");
    assertThat(of(5, 4, 12, "28", 0, "")).isEqualTo("version 5, 12 have taken it, 28 to go");
    assertThat(of(5, 4, 12, "null", 0, "")).isEqualTo("version 5, 12 have taken it");
    assertThat(of(5, 4, 39, "1", 1, "\"Location hub\"")).isEqualTo("version 5, 39 have taken it, 1 to go, 1 cannot: Location hub");
    assertThat(of(5, 4, 38, "2", 2, "\"Location hub\",\"Goods g\"")).endsWith("2 cannot: Location hub and others");
  }

  @Test
  void whatIsNoAnswerTellsNothing() {
    assertThat(RulesStatus.of("{\"problem\":\"This node is still starting\"}")).isEmpty();
    assertThat(RulesStatus.of("<html>")).isEmpty();
    assertThat(RulesStatus.of("")).isEmpty();
  }

  private static String of(long version, long completed, long done, String toDo, long failing, String failed) {
    return RulesStatus.of("""
        {"version":%d,"books":[],"spread":{"completed":%d,"done":%d,"toDo":%s,"failing":%d,"failed":[%s],"troubles":[]}}
        """.formatted(version, completed, done, toDo, failing, failed)).orElseThrow();
  }
}
