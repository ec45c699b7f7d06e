package kongo.host.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import kongo.host.violations.OpenViolations;
import org.apache.pekko.http.javadsl.model.HttpResponse;
import org.apache.pekko.http.javadsl.server.AllDirectives;
import org.apache.pekko.http.javadsl.server.Route;

/** {@code /violations?open=true&limit=}: the open violations of the whole cluster, those that began last first. */
final class ViolationRoutes extends AllDirectives {

  private static final int DEFAULT_LIMIT = 100;
  private static final int LARGEST_LIMIT = 10_000;

  private final OpenViolations violations;

  ViolationRoutes(OpenViolations violations) {
    this.violations = violations;
  }

  Route routes() {
    return path(
        "violations",
        () -> get(() -> parameterOptional("open", open -> parameterOptional("limit", limit -> complete(answer(open, limit))))));
  }

  private HttpResponse answer(Optional<String> open, Optional<String> limit) {
    if (!open.filter("true"::equals).isPresent()) {
      return Answers.badRequest("Only open violations can be asked for: /violations?open=true; topic kongo.violations has them all.");
    }
    return number(limit)
        .map(this::open)
        .orElseGet(() -> Answers.badRequest("limit has to be a whole number from 1 to " + LARGEST_LIMIT + "."));
  }

  private static Optional<Integer> number(Optional<String> limit) {
    String text = limit.orElse(Integer.toString(DEFAULT_LIMIT));
    return Optional.of(text)
        .filter(t -> t.matches("[0-9]{1,6}"))
        .map(Integer::valueOf)
        .filter(number -> number >= 1 && number <= LARGEST_LIMIT);
  }

  private HttpResponse open(int limit) {
    OpenViolations.Page page = violations.latest(limit);
    ObjectNode json = Answers.object();
    ArrayNode list = json.putArray("violations");
    page.violations().forEach(violation -> list.add(ViolationView.of(violation)));
    json.put("open", page.open());
    json.put("truncated", page.truncated());
    json.put("complete", page.complete());
    return Answers.ok(json);
  }
}
