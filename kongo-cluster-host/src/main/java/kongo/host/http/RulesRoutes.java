package kongo.host.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.pekko.http.javadsl.model.HttpResponse;
import org.apache.pekko.http.javadsl.server.AllDirectives;
import org.apache.pekko.http.javadsl.server.Route;

/** {@code /rules}: the rule books that this node knows, and how far the newest one has come. */
final class RulesRoutes extends AllDirectives {

  private final Supplier<Optional<Supplier<ObjectNode>>> rules;

  RulesRoutes(Supplier<Optional<Supplier<ObjectNode>>> rules) {
    this.rules = rules;
  }

  Route routes() {
    return path("rules", () -> get(() -> complete(answer())));
  }

  private HttpResponse answer() {
    return rules.get()
        .map(known -> Answers.ok(known.get()))
        .orElseGet(() -> Answers.unavailable("This node is still starting; /ready says what it waits for."));
  }
}
