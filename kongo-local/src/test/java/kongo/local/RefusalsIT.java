package kongo.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(180)
class RefusalsIT {

  @TempDir Path data;

  @Test
  void aPortInUseIsNamed() throws Exception {
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      var settings = LocalSettings.in(data).withPorts(taken.getLocalPort(), 0);
      assertThatThrownBy(() -> LocalStores.start(settings)).isInstanceOf(LocalFailure.class).hasMessageContaining("Port " + taken.getLocalPort());
    }
    assertThat(DataFolder.unused(data)).isTrue();
  }

  @Test
  void tooLittleIsToldInNumbers() {
    assertThatThrownBy(() -> Machine.require(data, Long.MAX_VALUE, 0)).hasMessageStartingWith("Too little memory");
    assertThatThrownBy(() -> Machine.require(data, 0, Long.MAX_VALUE)).hasMessageStartingWith("Too little disk space at " + data);
    Machine.require(data, 1, 1);
  }

  @Test
  void aStoreThatEndsShowsTheEndOfItsLog() throws Exception {
    var kafka = new LocalKafka(data, "127.0.0.1", Ports.anyFree(), Ports.anyFree(), CacheUse.IGNORE);
    Files.createDirectories(data.resolve("kafka/data"));
    Files.writeString(data.resolve("kafka/data/meta.properties"), "version=1\ncluster.id=abc\nnode.id=7\n");
    kafka.process().start();
    assertThatThrownBy(() -> kafka.process().awaitReady(Duration.ofSeconds(40)))
        .isInstanceOf(LocalFailure.class).hasMessageStartingWith("Kafka ended with status").hasMessageContaining("Stored node id 7");
  }
}
