package kongo.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScratchIT {

  @TempDir Path temporary;

  @Test
  void whatAKilledProcessLeftIsRemovedAndNothingElse() throws Exception {
    var me = KnownProcess.current();
    var mine = Files.createDirectories(temporary.resolve("kongo-%d-%d".formatted(me.pid(), me.startedMillis())));
    var others = Files.createDirectories(temporary.resolve("kongo-notes"));
    var left = Files.createDirectories(temporary.resolve("kongo-%d-%d".formatted(me.pid(), me.startedMillis() - 1)));
    Files.writeString(left.resolve("liblz4-java-1.so"), "x");

    Scratch.sweep(temporary);

    assertThat(temporary).isDirectoryContaining(mine::equals).isDirectoryContaining(others::equals).isDirectoryNotContaining(left::equals);
  }

  @Test
  void aChildBeginsWithAnEmptyOne() throws Exception {
    var folder = Path.of(Scratch.flag(temporary, "kafka").replace("-Djava.io.tmpdir=", ""));
    Files.writeString(folder.resolve("liblz4-java-1.so"), "x");
    assertThat(Scratch.flag(temporary, "kafka")).endsWith("/tmp/kafka");
    assertThat(folder).isEmptyDirectory();
  }
}
