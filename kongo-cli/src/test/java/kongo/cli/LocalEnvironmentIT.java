package kongo.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import kongo.local.KnownProcess;
import kongo.local.LocalFailure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class LocalEnvironmentIT {

  private static final KnownProcess SOME = new KnownProcess(1, 1);

  @TempDir Path data;

  @Test
  void isFoundByOtherCommandsWhileItsLauncherLives() {
    var known = KnownProcess.current();
    var environment = of(known).with(new LocalEnvironment.Node("node-1", "127.0.0.1:3", SOME)).with(new LocalEnvironment.Node("node-1", "127.0.0.1:3", known));
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

  @Test
  void nullIsNotTakenForAnEnvironment() throws IOException {
    Files.writeString(data.resolve("environment.json"), "null");
    assertThat(stop()).contains("environment.json");
  }

  private static LocalEnvironment of(KnownProcess launcher) {
    return new LocalEnvironment(launcher, "127.0.0.1:1", SOME, "127.0.0.1:2", "datacenter1", SOME, List.of());
  }

  private String stop() {
    var said = new StringWriter();
    Kongo.commandLine().setOut(new PrintWriter(said)).setErr(new PrintWriter(said)).execute("stop", "--data", data.toString());
    return said.toString();
  }
}
