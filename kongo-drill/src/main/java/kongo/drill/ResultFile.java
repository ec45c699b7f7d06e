package kongo.drill;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.deser.std.FromStringDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The results of a run of drills, written after each, so that a run that was cut short can be gone on with. */
public final class ResultFile {

  private static final ObjectMapper JSON =
      new ObjectMapper()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .registerModule(
              new SimpleModule()
                  .addSerializer(Duration.class, new ToStringSerializer(Duration.class))
                  .addDeserializer(Duration.class, new Durations()));

  private final Path path;
  private final List<DrillResult> results;

  private ResultFile(Path path, List<DrillResult> results) {
    this.path = path;
    this.results = new ArrayList<>(results);
  }

  /** Begins anew. */
  public static ResultFile fresh(Path path) {
    return new ResultFile(path, List.of());
  }

  /** With what is there already. */
  public static ResultFile resume(Path path) throws IOException {
    return Files.exists(path)
        ? new ResultFile(path, List.of(JSON.readValue(path.toFile(), DrillResult[].class)))
        : fresh(path);
  }

  public List<DrillResult> results() {
    return List.copyOf(results);
  }

  public boolean has(String scenario, long seed) {
    return results.stream().anyMatch(each -> each.scenario().equals(scenario) && each.seed() == seed);
  }

  public void add(DrillResult result) throws IOException {
    results.add(result);
    Files.createDirectories(path.toAbsolutePath().getParent());
    Path written = Files.writeString(path.resolveSibling(path.getFileName() + ".new"), JSON.writeValueAsString(results));
    Files.move(written, path, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }

  /** As ISO text, such as PT15S. */
  private static final class Durations extends FromStringDeserializer<Duration> {

    private static final long serialVersionUID = 1;

    Durations() {
      super(Duration.class);
    }

    @Override
    protected Duration _deserialize(String text, com.fasterxml.jackson.databind.DeserializationContext context) {
      return Duration.parse(text);
    }
  }
}
