package kongo.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import kongo.local.KnownProcess;
import kongo.local.LocalFailure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Timeout(180)
class LocalEnvironmentIT {

  private static final KnownProcess SOME = new KnownProcess(1, 1);

  @TempDir Path data;

  @Test
  void isFoundByOtherCommandsWhileItsLauncherLives() {
    var known = KnownProcess.current();
    var environment = of(known).with(new LocalEnvironment.Node("node-1", "127.0.0.1:3", "127.0.0.1:5", SOME)).with(new LocalEnvironment.Node("node-1", "127.0.0.1:3", "127.0.0.1:5", known));
    environment.write(data);

    assertThat(LocalEnvironment.running(data)).contains(environment);
    assertThat(environment.nodes()).extracting(LocalEnvironment.Node::process).containsExactly(known);
  }

  @Test
  void isNotFoundWhenItsLauncherIsGone() throws Exception {
    var gone = new ProcessBuilder("sleep", "60").start();
    var known = KnownProcess.of(gone.toHandle());
    gone.destroyForcibly().waitFor();
    of(known).write(data);

    assertThat(LocalEnvironment.running(data)).isEmpty();
    assertThatThrownBy(() -> LocalEnvironment.require(data)).isInstanceOf(LocalFailure.class).hasMessageContaining("./kongo local");
  }

  @Test
  void stopEndsItsLauncher() throws Exception {
    var launcher = new ProcessBuilder("sleep", "600").start();
    of(KnownProcess.of(launcher.toHandle())).write(data);

    assertThat(stop()).contains("Stopped.");
    assertThat(launcher.isAlive()).isFalse();
  }

  @Test
  void stopLeavesAloneWhoeverHasTheNumberOfItsLauncherNow() throws Exception {
    var stranger = new ProcessBuilder("sleep", "600").start();
    try {
      of(new KnownProcess(stranger.pid(), KnownProcess.of(stranger.toHandle()).startedMillis() - 3_600_000)).write(data);
      assertThat(stop()).contains("Nothing runs in " + data);
      of(new KnownProcess(stranger.pid(), 0)).write(data);
      assertThat(stop()).contains("Nothing runs in " + data);
      assertThat(stranger.isAlive()).isTrue();
    } finally {
      stranger.destroyForcibly();
    }
  }

  @ParameterizedTest
  @MethodSource("damaged")
  void isTakenForNoneWhenItsFileIsDamagedAndNobodyUsesTheFolder(String text) throws IOException {
    Files.writeString(data.resolve("environment.json"), text);
    assertThat(run("stop")).isEqualTo("Nothing runs in %s.%n".formatted(data));
    assertThat(run("status")).isEqualTo("Nothing runs in %s.%n".formatted(data));
    assertThat(run("tail")).isEqualTo("Nothing runs in %s: start it with ./kongo local or ./kongo demo.%n".formatted(data));
    of(KnownProcess.current()).write(data);
    assertThat(LocalEnvironment.running(data)).isPresent();
  }

  @Test
  void aFolderInItsPlaceIsTakenForNone() throws IOException {
    Files.createDirectories(data.resolve("environment.json"));
    assertThat(run("stop")).isEqualTo("Nothing runs in %s.%n".formatted(data));
    assertThatThrownBy(() -> of(KnownProcess.current()).write(data)).isInstanceOf(LocalFailure.class).hasMessageContaining("--fresh");
  }

  @ParameterizedTest
  @MethodSource("damaged")
  void aDamagedStateOfASimulationIsNamed(String text) throws IOException {
    var state = Files.writeString(data.resolve("simulation.properties"), text);
    for (var command : List.of("simulate", "demo")) {
      assertThat(run(command, "--continue")).contains(state.toString()).contains("--continue").hasLineCount(1);
    }
  }

  static Stream<String> damaged() throws IOException {
    var whole = new ObjectMapper().writeValueAsString(of(new KnownProcess(ProcessHandle.current().pid(), 0)));
    return Stream.of("", "garbage", "1", "null", "[]", "{", "{}", "\\u00zz", "start=1\nmade=x\nworld=w", whole.substring(0, whole.length() / 2), whole + "}",
        whole.replace("127.0.0.1:1", "127.0.0.1:99999"), whole.replace("127.0.0.1:1", "abc"), whole.replace("\"nodes\":[]", "\"nodes\":[null]"));
  }

  private static LocalEnvironment of(KnownProcess launcher) {
    return new LocalEnvironment(launcher, "127.0.0.1:1", SOME, "127.0.0.1:2", "datacenter1", SOME, List.of());
  }

  private String stop() {
    return run("stop");
  }

  private String run(String... arguments) {
    var said = new StringWriter();
    var all = Stream.concat(Stream.of(arguments), Stream.of("--data", data.toString())).toArray(String[]::new);
    Kongo.commandLine().setOut(new PrintWriter(said)).setErr(new PrintWriter(said)).execute(all);
    return said.toString();
  }
}
