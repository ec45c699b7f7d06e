package kongo.host.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import kongo.host.Readiness;
import org.apache.pekko.http.javadsl.model.HttpResponse;
import org.apache.pekko.http.javadsl.model.StatusCodes;
import org.apache.pekko.http.javadsl.server.AllDirectives;
import org.apache.pekko.http.javadsl.server.Route;

/** {@code /alive}: the process answers; {@code /ready}: it does its whole work, or what is missing. */
final class HealthRoutes extends AllDirectives {

  private final Readiness readiness;

  HealthRoutes(Readiness readiness) {
    this.readiness = readiness;
  }

  Route routes() {
    return concat(
        path("alive", () -> get(() -> complete(Answers.ok(Answers.object().put("alive", true))))),
        path("ready", () -> get(() -> complete(ready()))));
  }

  private HttpResponse ready() {
    Map<String, String> missing = readiness.missing();
    ObjectNode json = Answers.object().put("ready", missing.isEmpty());
    ObjectNode list = json.putObject("missing");
    missing.forEach(list::put);
    return Answers.answer(missing.isEmpty() ? StatusCodes.OK : StatusCodes.SERVICE_UNAVAILABLE, json);
  }
}
