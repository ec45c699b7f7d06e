package kongo.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

@Timeout(360)
class DamagedFilesIT {

  private static final List<String> FILES = List.of(
      "kongo.lock", "kafka.pid", "cassandra.pid", "ports.properties", "environment.json", "simulation.properties",
      "kafka", "kafka/server.properties", "kafka/log4j2.properties", "cassandra", "cassandra/cassandra.yaml", "cassandra/logback.xml",
      "logs", "logs/kafka.log", "logs/cassandra.log");

  private static final KnownProcess ENDED = new KnownProcess(1, 1);

  @TempDir Path data;

  static Stream<Arguments> everyDamageOfEveryFile() {
    return FILES.stream().flatMap(file -> Stream.of(Damage.values()).map(damage -> Arguments.of(file, damage)));
  }

  @ParameterizedTest
  @MethodSource("everyDamageOfEveryFile")
  void isHealedOrNamedWithWhatToDo(String file, Damage damage) {
    damage.inflict(data.resolve(file));
    try {
      prepare(false);
    } catch (LocalFailure told) {
      assertThat(told).hasMessageContaining(data.resolve(file).toString()).hasMessageContaining(file.equals("kongo.lock") ? "--data" : "--fresh");
    }
  }

  @ParameterizedTest
  @EnumSource(Damage.class)
  void ofAllFilesIsLeftBehindByAFreshStart(Damage damage) {
    FILES.stream().filter(file -> !file.contains("/") && !file.equals("kongo.lock")).forEach(file -> damage.inflict(data.resolve(file)));
    prepare(true);
  }

  @Test
  void aStartMeetsAllDamagedFilesAtOnce() {
    prepare(false);
    List.of("kafka.pid", "cassandra.pid", "ports.properties", "environment.json").forEach(file -> Damage.GARBAGE.inflict(data.resolve(file)));
    try (var stores = LocalStores.start(LocalSettings.in(data))) {
      assertThat(stores.kafka().process().alive()).isTrue();
      assertThat(KnownProcess.parse(new KeptFile(data.resolve("kafka.pid")).text().orElseThrow())).contains(stores.kafka().process().child().known());
    }
  }

  @Test
  void nobodyElseMayReadDataAndLogs() throws Exception {
    var folder = data.resolve("made").resolve("here");
    prepare(folder, false);
    try (var all = Files.walk(data.resolve("made"))) {
      assertThat(all.toList()).hasSizeGreaterThan(8).allSatisfy(each ->
          assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(each))).as(each.toString()).endsWith("------"));
    }
  }

  @Test
  void aFolderThatWasThereKeepsItsPermissions() throws Exception {
    Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwxr-xr-x"));
    prepare(false);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data))).isEqualTo("rwxr-xr-x");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("logs")))).isEqualTo("rwx------");
  }

  @Test
  void theLockTellsWhoHasTheFolder() {
    try (var folder = DataFolder.own(data)) {
      assertThat(DataFolder.owner(data)).contains(KnownProcess.current());
      assertThatThrownBy(() -> DataFolder.own(data)).hasMessageContaining("in use by another Kongo");
      assertThat(DataFolder.unused(data)).isFalse();
    }
    assertThat(DataFolder.owner(data)).isEmpty();
  }

  private void prepare(boolean fresh) {
    prepare(data, fresh);
  }

  /** All that a start does with files before it runs a process. */
  private static void prepare(Path data, boolean fresh) {
    try (var folder = DataFolder.own(data)) {
      var stores = LocalStores.prepared(folder, LocalSettings.in(data).withFresh(fresh));
      stores.kafka().configure();
      stores.cassandra().configure();
      for (var name : List.of("kafka", "cassandra")) {
        LogFile.open(data.resolve("logs").resolve(name + ".log"));
        var pidFile = new PidFile(data.resolve(name + ".pid"));
        pidFile.awaitGone();
        pidFile.write(ENDED);
      }
      new KeptFile(data.resolve("environment.json")).write("{}");
    }
  }
}
