package kongo.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import kongo.local.LocalFailure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalEnvironmentIT {

  @TempDir Path data;

  private final LocalEnvironment here =
      new LocalEnvironment(ProcessHandle.current().pid(), "127.0.0.1:1", 1, "127.0.0.1:2", "datacenter1", 2, List.of());

  @Test
  void isFoundByOtherCommandsWhileItsLauncherLives() {
    var environment = here.with(new LocalEnvironment.Node("node-1", "127.0.0.1:3", 3)).with(new LocalEnvironment.Node("node-1", "127.0.0.1:3", 4));
    environment.write(data);

    assertThat(LocalEnvironment.running(data)).contains(environment);
    assertThat(environment.nodes()).hasSize(1);
    assertThat(environment.nodes().get(0).pid()).isEqualTo(4);
  }

  @Test
  void isNotFoundWhenItsLauncherIsGone() throws Exception {
    var gone = new ProcessBuilder("true").start();
    gone.waitFor();
    new LocalEnvironment(gone.pid(), "k", 1, "c", "d", 2, List.of()).write(data);

    assertThat(LocalEnvironment.running(data)).isEmpty();
    assertThatThrownBy(() -> LocalEnvironment.require(data)).isInstanceOf(LocalFailure.class).hasMessageContaining("./kongo local");
  }
}
