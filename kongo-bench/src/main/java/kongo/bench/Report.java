package kongo.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The result of a bench, as it is kept in a file.
 *
 * @param what the bench's name
 * @param when its begin, ISO
 * @param runs the figures of each run or point
 * @param median of each figure over the runs, by its path; empty where the runs are different points
 * @param spread least and greatest, likewise
 */
public record Report(
    String what, String when, Map<String, Object> options, Machine machine, List<JsonNode> runs, Map<String, Double> median,
    Map<String, List<Double>> spread) {

  private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
  private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  /** Of the same thing measured several times. */
  public static Report ofRuns(String what, Instant begin, Map<String, Object> options, List<? extends Verified<?>> runs) {
    List<JsonNode> figures = figures(runs);
    Spreads spreads = Spreads.of(figures);
    return new Report(
        what, begin.truncatedTo(ChronoUnit.SECONDS).toString(), options, Machine.here(), figures, spreads.medians(), spreads.ranges());
  }

  /** Of different things. */
  public static Report ofPoints(String what, Instant begin, Map<String, Object> options, List<? extends Verified<?>> points) {
    return new Report(
        what, begin.truncatedTo(ChronoUnit.SECONDS).toString(), options, Machine.here(), figures(points), Map.of(), Map.of());
  }

  private static List<JsonNode> figures(List<? extends Verified<?>> runs) {
    List<JsonNode> figures = new ArrayList<>();
    for (Verified<?> run : runs) {
      ObjectNode each = JSON.valueToTree(run.figures());
      figures.add(each.put("verdict", run.word()));
    }
    return List.copyOf(figures);
  }

  /** The file that was written. */
  public Path write(Path folder) throws IOException {
    Files.createDirectories(folder);
    Path file = folder.resolve("%s-%s.json".formatted(what, STAMP.format(Instant.parse(when))));
    return Files.writeString(file, JSON.writeValueAsString(this) + "\n");
  }
}
