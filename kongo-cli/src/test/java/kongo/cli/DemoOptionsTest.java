package kongo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DemoOptionsTest {

  @ParameterizedTest
  @ValueSource(strings = {"--silent=1 --faulty=1", "--haste=-1", "--unheard-of=3", "--loggers=2", "--pace=fast"})
  void whatMakesNoWorldIsRefusedBeforeAnythingIsStarted(String options) {
    assertThat(Kongo.commandLine().execute(("demo " + options).split(" "))).isEqualTo(2);
  }
}
