package kongo.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(540)
class LocalStoresIT {

  @TempDir Path data;

  @Test
  void keepTheirDataAndAddressesOverARestart() throws Exception {
    var settings = LocalSettings.in(data.resolve(oddName())).withProgress((step, took) -> System.out.println(step + " " + took));
    String bootstrap;
    String contactPoint;
    try (var stores = LocalStores.start(settings)) {
      bootstrap = stores.kafka().bootstrap();
      contactPoint = stores.cassandra().contactPoint();
      Clients.createTopic(bootstrap);
      Clients.send(bootstrap, "hello");
      Clients.writeRow(stores.cassandra(), "hello");
      assertThatThrownBy(() -> LocalStores.start(settings)).isInstanceOf(LocalFailure.class).hasMessageContaining("in use by another Kongo");
    }

    try (var stores = LocalStores.start(settings)) {
      assertThat(stores.kafka().bootstrap()).isEqualTo(bootstrap);
      assertThat(stores.cassandra().contactPoint()).isEqualTo(contactPoint);
      assertThat(Clients.firstRecord(bootstrap)).contains("hello");
      assertThat(Clients.readRow(stores.cassandra())).isEqualTo("hello");
    }
    try (var beside = Files.list(data)) {
      assertThat(beside).containsExactly(settings.data());
    }
  }

  /** Outside ASCII only where the locale lets a JVM name it. */
  private static String oddName() {
    var name = "a b #c 'd' \"e\" \\f %20 ${g}";
    return Charset.forName(System.getProperty("sun.jnu.encoding")).newEncoder().canEncode("ä水") ? name + " ä水" : name;
  }

  @Test
  void aFolderThatKafkaCannotNameIsRefused() {
    assertThatThrownBy(() -> LocalStores.start(LocalSettings.in(data.resolve("a,b")))).isInstanceOf(LocalFailure.class).hasMessageContaining("comma");
  }
}
