package kongo.actors;

import static org.assertj.core.api.Assertions.assertThat;

import com.typesafe.config.ConfigFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.pekko.actor.testkit.typed.javadsl.ActorTestKit;
import org.apache.pekko.serialization.Serialization;
import org.apache.pekko.serialization.SerializationExtension;
import org.apache.pekko.serialization.SerializerWithStringManifest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/**
 * The bytes of every version of every persisted form, {@code golden/SAMPLE/FORM#VERSION.cbor}, mean what they meant. A
 * file is never changed: who changes a form gives it a new version, a migration, and lets {@code
 * -Dkongo.golden.write=true} write the files that are missing.
 */
class GoldenFormsTest {

  private static final Path FILES = Path.of("src", "test", "resources", "golden");
  private static final ActorTestKit KIT = ActorTestKit.create("golden", ConfigFactory.load("application-test.conf"));

  private final Serialization serialization = SerializationExtension.get(KIT.system());

  @AfterAll
  static void stop() {
    KIT.shutdownTestKit();
  }

  @Test
  void whatIsWrittenNowIsWhatThePresentVersionsFileHas() throws IOException {
    for (Map.Entry<String, Object> sample : WireSamples.persisted().entrySet()) {
      SerializerWithStringManifest serializer = serializer(sample.getValue());
      byte[] bytes = serializer.toBinary(sample.getValue());
      Path file = FILES.resolve(sample.getKey()).resolve(serializer.manifest(sample.getValue()) + ".cbor");
      if (Boolean.getBoolean("kongo.golden.write") && Files.notExists(file)) {
        Files.createDirectories(file.getParent());
        Files.write(file, bytes);
      }
      assertThat(file).as("golden file of %s; a form that changes needs a new version", sample.getKey()).hasBinaryContent(bytes);
    }
  }

  @Test
  void everyEarlierVersionIsReadAsWhatItMeant() throws IOException {
    int earlier = 0;
    for (Map.Entry<String, Object> sample : WireSamples.persisted().entrySet()) {
      String present = serializer(sample.getValue()).manifest(sample.getValue());
      for (Path file : versions(sample.getKey())) {
        String manifest = file.getFileName().toString().replace(".cbor", "");
        Object meant = manifest.equals(present) ? sample.getValue() : WireSamples.earlier().get(manifest);
        Object read = serializer(sample.getValue()).fromBinary(Files.readAllBytes(file), manifest);
        assertThat(read).as(file.toString()).usingRecursiveComparison().isEqualTo(meant);
        earlier += manifest.equals(present) ? 0 : 1;
      }
    }
    assertThat(earlier).isEqualTo(WireSamples.earlier().size());
  }

  private static List<Path> versions(String sample) throws IOException {
    try (Stream<Path> files = Files.list(FILES.resolve(sample))) {
      return files.sorted().toList();
    }
  }

  private SerializerWithStringManifest serializer(Object sample) {
    return (SerializerWithStringManifest) serialization.findSerializerFor(sample);
  }
}
