package kongo.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import kongo.local.FileProblem;
import kongo.local.KeptFile;
import kongo.local.KnownProcess;
import kongo.local.OwnerOnly;

/**
 * A node that {@code ./kongo node} runs by itself, as written to nodes/ in the data folder while it runs.
 *
 * @param http host:port of its HTTP interface
 * @param health host:port of its health and metrics
 * @param log the file that its standard output goes to, empty for a terminal or a pipe
 */
record LoneNode(String name, String http, String health, KnownProcess process, String log) {

  private static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
  private static final Path STANDARD_OUTPUT = Path.of("/proc/self/fd/1");

  LoneNode {
    List.of(name, http, health, process, log).forEach(Objects::requireNonNull);
  }

  /** This process. */
  static LoneNode here(String http, String health) {
    return new LoneNode("node-" + http.substring(http.lastIndexOf(':') + 1), http, health, KnownProcess.current(), standardOutput());
  }

  private static String standardOutput() {
    try {
      var file = STANDARD_OUTPUT.toRealPath();
      return Files.isRegularFile(file) ? file.toString() : "";
    } catch (IOException e) {
      return "";
    }
  }

  /** Those whose processes live; what is damaged is none. */
  static List<LoneNode> running(Path data) {
    var folder = folder(data);
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (var files = Files.list(folder)) {
      return files.map(LoneNode::read).flatMap(Optional::stream).filter(node -> node.process().alive().isPresent())
          .sorted(java.util.Comparator.comparing(LoneNode::name)).toList();
    } catch (IOException e) {
      throw FileProblem.of(folder, e, "move it out of the way");
    }
  }

  private static Optional<LoneNode> read(Path file) {
    try {
      return Optional.ofNullable(JSON.readValue(Files.readAllBytes(file), LoneNode.class));
    } catch (IOException damaged) {
      return Optional.empty();
    }
  }

  /** Until the process ends. */
  void keep(Path data) throws IOException {
    var file = new KeptFile(OwnerOnly.folder(folder(data)).resolve(name + ".json"));
    file.write(text());
    Runtime.getRuntime().addShutdownHook(new Thread(file::delete, "lone-node"));
  }

  private String text() {
    try {
      return JSON.writeValueAsString(this);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Path folder(Path data) {
    return data.resolve("nodes");
  }
}
