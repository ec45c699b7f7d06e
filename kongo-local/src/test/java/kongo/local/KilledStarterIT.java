package kongo.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(540)
class KilledStarterIT {

  @TempDir Path data;

  @Test
  void leavesNothingRunningAndItsDataUsable() throws Exception {
    var starter = start();
    var kafka = printedPid(starter.out());
    var cassandra = printedPid(starter.out());
    assertThat(List.of(kafka, cassandra)).allMatch(ProcessHandle::isAlive);

    starter.process().destroyForcibly();

    assertThat(kafka.onExit().get(5, TimeUnit.SECONDS).isAlive()).isFalse();
    assertThat(cassandra.onExit().get(5, TimeUnit.SECONDS).isAlive()).isFalse();
    try (var stores = LocalStores.start(LocalSettings.in(data))) {
      assertThat(stores.kafka().process().alive()).isTrue();
    }
  }

  @Test
  void isFollowedByStoresThatWereHeldStill() throws Exception {
    var starter = start();
    var kafka = printedPid(starter.out());
    assertThat(new ProcessBuilder("kill", "-STOP", Long.toString(kafka.pid())).start().waitFor()).isZero();
    starter.process().destroyForcibly().waitFor();

    try (var stores = LocalStores.start(LocalSettings.in(data).withFresh(true))) {
      assertThat(kafka.isAlive()).isFalse();
      assertThat(stores.kafka().process().pid()).isNotEqualTo(kafka.pid());
    }
  }

  private Starter start() throws IOException {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var process = new ProcessBuilder(java, "-cp", System.getProperty("java.class.path"), StarterProgram.class.getName(), data.toString())
        .redirectError(ProcessBuilder.Redirect.INHERIT).start();
    return new Starter(process, new BufferedReader(new InputStreamReader(process.getInputStream())));
  }

  private static ProcessHandle printedPid(BufferedReader out) throws IOException {
    return ProcessHandle.of(Long.parseLong(out.readLine())).orElseThrow();
  }

  private record Starter(Process process, BufferedReader out) {}
}
