package kongo.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(180)
class SupervisorIT {

  @TempDir Path data;

  private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
  private final Supervisor.Listener listener = new Supervisor.Listener() {
    @Override
    public void started(String name, KnownProcess process) {
      heard.add("started");
    }

    @Override
    public void ended(String name, int status, Duration untilRestart) {
      heard.add("ended " + status + ", again in " + untilRestart.toSeconds());
    }
  };

  @Test
  void startsAKilledChildAgainAndAStoppedOneNot() throws Exception {
    var supervisor = Supervisor.start("waiting", () -> command(Map.of()), listener);
    assertThat(next()).isEqualTo("started");
    long first = supervisor.child().pid();

    supervisor.child().kill();

    assertThat(next()).isEqualTo("ended 137, again in 1");
    assertThat(next()).isEqualTo("started");
    assertThat(supervisor.child().pid()).isNotEqualTo(first);
    supervisor.close();
    assertThat(supervisor.child().alive()).isFalse();
    assertThat(heard.poll(1500, TimeUnit.MILLISECONDS)).isNull();
    assertThat(supervisor.restarts()).isEqualTo(1);
  }

  @Test
  void waitsLongerEachTimeAChildEndsSoon() throws Exception {
    try (var supervisor = Supervisor.start("ending", () -> command(Map.of("STATUS", "3")), listener)) {
      assertThat(List.of(next(), next(), next(), next())).containsExactly("started", "ended 3, again in 1", "started", "ended 3, again in 2");
      assertThat(supervisor.keepsRunning()).isTrue();
    }
  }

  @Test
  void doesNotStartAgainWhatRefusedItsConfiguration() throws Exception {
    try (var supervisor = Supervisor.start("refusing", () -> command(Map.of("STATUS", "2")), listener)) {
      assertThat(List.of(next(), next())).containsExactly("started", "ended 2, again in 0");
      assertThat(supervisor.keepsRunning()).isFalse();
    }
  }

  private JvmCommand command(Map<String, String> environment) {
    return JvmCommand.ofThisClassPath(WaitingProgram.class.getName(), List.of("-Xmx32m"), environment, data.resolve("child.log"));
  }

  private String next() throws InterruptedException {
    return heard.poll(20, TimeUnit.SECONDS);
  }
}
