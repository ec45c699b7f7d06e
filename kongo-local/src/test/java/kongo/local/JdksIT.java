package kongo.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JdksIT {

  @TempDir private Path place;
  private Jdk on17;
  private Jdk on25;

  @BeforeEach
  void twoThatRun() {
    on17 = new Jdk(Path.of("/running"), 17);
    on25 = new Jdk(Path.of("/running"), 25);
  }

  @Test
  void nodesRunOnTheNewestThatIsThere() throws IOException {
    jdk("a", "21.0.2");
    Path newest = jdk("b", "25.0.3");
    jdk("c", "26");

    assertThat(jdks(Map.of(), on17).ofNodes()).isEqualTo(new Jdk(newest, 25));
    assertThat(jdks(Map.of(), on25).ofNodes()).isEqualTo(on25);
  }

  @Test
  void oneAloneIsEnoughForAll() {
    assertThat(jdks(Map.of(), on17).ofNodes()).isEqualTo(on17);
    assertThat(jdks(Map.of(), on17).ofCassandra()).isEqualTo(on17);
  }

  @Test
  void cassandraFindsTheOneThatItRunsOn() throws IOException {
    jdk("a", "21.0.2");
    Path old = jdk("b", "17.0.15");

    assertThat(jdks(Map.of(), on25).ofCassandra()).isEqualTo(new Jdk(old, 17));
  }

  @Test
  void aNamedOneIsTaken() throws IOException {
    jdk("a", "25");
    Path named = jdk("b", "17.0.15");

    assertThat(jdks(Map.of("KONGO_NODE_JAVA_HOME", named.toString()), on25).ofNodes()).isEqualTo(new Jdk(named, 17));
    assertThat(jdks(Map.of("KONGO_CASSANDRA_JAVA_HOME", named.toString()), on17).ofCassandra()).isEqualTo(new Jdk(named, 17));
  }

  @Test
  void whatCannotServeIsToldInOneSentence() throws IOException {
    String tooNew = jdk("a", "26").toString();

    assertThatThrownBy(() -> jdks(Map.of(), on25).ofCassandra())
        .isInstanceOf(LocalFailure.class)
        .hasMessageStartingWith("Cassandra runs on JDK 17 only, and there is only 25: install a JDK 17 beside it");
    assertThatThrownBy(() -> jdks(Map.of("KONGO_NODE_JAVA_HOME", tooNew), on17).ofNodes())
        .hasMessage("KONGO_NODE_JAVA_HOME is a JDK 26, and it has to be 17 to 25.");
    assertThatThrownBy(() -> jdks(Map.of("KONGO_CASSANDRA_JAVA_HOME", tooNew), on17).ofCassandra())
        .hasMessage("KONGO_CASSANDRA_JAVA_HOME is a JDK 26, and it has to be 17.");
    assertThatThrownBy(() -> jdks(Map.of("KONGO_NODE_JAVA_HOME", place.toString()), on17).ofNodes())
        .hasMessage("KONGO_NODE_JAVA_HOME is " + place + ", and no JDK is there.");
  }

  @Test
  void foldersThatAreNoJdkAreLeftAlone() throws IOException {
    Files.createDirectories(place.resolve("empty"));
    Files.writeString(place.resolve("file"), "");
    Files.delete(jdk("without-java", "25").resolve("bin/java"));
    Files.writeString(jdk("without-version", "25").resolve("release"), "IMPLEMENTOR=\"nobody\"\n");

    assertThat(jdks(Map.of(), on17).ofNodes()).isEqualTo(on17);
  }

  private Jdks jdks(Map<String, String> environment, Jdk running) {
    return new Jdks(environment, running, List.of(place, Path.of("/not/there")));
  }

  private Path jdk(String name, String version) throws IOException {
    Path home = place.resolve(name);
    Files.createDirectories(home.resolve("bin"));
    Files.writeString(home.resolve("release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"%s\"\n".formatted(version));
    Path java = Files.writeString(home.resolve("bin/java"), "#!/bin/sh\n");
    assertThat(java.toFile().setExecutable(true)).isTrue();
    return home;
  }
}
