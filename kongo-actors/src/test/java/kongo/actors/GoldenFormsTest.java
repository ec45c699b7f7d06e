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
import org.junit.jupiter.api.BeforeEach;
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

  @BeforeEach
  void writeWhatIsMissing() throws IOException {
    for (Map.Entry<String, Object> sample : WireSamples.persisted().entrySet()) {
      if (Boolean.getBoolean("kongo.golden.write") && Files.notExists(file(sample))) {
        Files.createDirectories(file(sample).getParent());
        Files.write(file(sample), serializer(sample.getValue()).toBinary(sample.getValue()));
      }
    }
  }

  @AfterAll
  static void stop() {
    KIT.shutdownTestKit();
  }

  @Test
  void whatIsWrittenNowIsWhatThePresentVersionsFileHas() throws IOException {
    for (Map.Entry<String, Object> sample : WireSamples.persisted().entrySet()) {
      assertThat(file(sample)).as("golden file of %s; a form that changes needs a new version", sample.getKey())
          .hasBinaryContent(serializer(sample.getValue()).toBinary(sample.getValue()));
    }
  }

  @Test
  void whatThePresentVersionsFileHasIsReadAsWhatItMeant() throws IOException {
    for (Map.Entry<String, Object> sample : WireSamples.persisted().entrySet()) {
      for (Path file : versions(sample.getKey())) {
        String manifest = file.getFileName().toString().replace(".cbor", "");
        Object read = serializer(sample.getValue()).fromBinary(Files.readAllBytes(file), manifest);
        assertThat(read).as(file.toString()).usingRecursiveComparison().isEqualTo(sample.getValue());
      }
    }
  }

  private Path file(Map.Entry<String, Object> sample) {
    return FILES.resolve(sample.getKey()).resolve(serializer(sample.getValue()).manifest(sample.getValue()) + ".cbor");
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
