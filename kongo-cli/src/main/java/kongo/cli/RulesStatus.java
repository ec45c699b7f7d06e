package kongo.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;

/** How far the rule books have come, as a node tells it. */
final class RulesStatus {

  private static final HttpClient CLIENT = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final int OK = 200;

  private RulesStatus() {}

  /**
   * Empty if the node does not answer.
   *
   * @param http host:port of its HTTP interface
   */
  static Optional<String> ask(String http, Duration patience) {
    HttpRequest request = HttpRequest.newBuilder(URI.create("http://" + http + "/rules")).timeout(patience).build();
    try {
      HttpResponse<String> answer = CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
      return answer.statusCode() == OK ? of(answer.body()) : Optional.empty();
    } catch (IOException noAnswer) {
      return Optional.empty();
    } catch (InterruptedException end) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  static Optional<String> of(String rules) {
    try {
      JsonNode json = MAPPER.readTree(rules);
      return json.path("version").isIntegralNumber() ? Optional.of(words(json.path("version").longValue(), json.path("spread"))) : Optional.empty();
    } catch (JsonProcessingException noRules) {
      return Optional.empty();
    }
  }

  private static String words(long version, JsonNode spread) {
    if (version < 0) {
      return "as the nodes were configured";
    }
    if (spread.path("completed").longValue() >= version) {
      return "version %d, known to all".formatted(version);
    }
    String left = spread.path("toDo").isNumber() ? ", %,d to go".formatted(spread.path("toDo").longValue()) : "";
    return "version %d, %,d have taken it%s%s".formatted(version, spread.path("done").longValue(), left, failing(spread));
  }

  private static String failing(JsonNode spread) {
    long failing = spread.path("failing").longValue();
    String first = spread.path("failed").path(0).asText("");
    return failing > 0 ? Printable.of(", %,d cannot: %s%s".formatted(failing, first, failing > 1 ? " and others" : "")) : "";
  }
}
