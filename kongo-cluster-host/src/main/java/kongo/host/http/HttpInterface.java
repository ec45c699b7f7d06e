package kongo.host.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import kongo.host.doctor.Examinations;
import kongo.host.settings.HttpSettings;
import kongo.host.violations.OpenViolations;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.http.javadsl.server.AllDirectives;

/** The HTTP interface of a node; each resource has its own routes. */
public final class HttpInterface extends AllDirectives {

  /** Whether a Goods exists, the Goods, the Location where it is. */
  private static final int ASKS_IN_A_ROW = 4;

  private final AtomicReference<Reports> reports = new AtomicReference<>(Reports.NOT_YET);
  private final AtomicReference<Optional<Examinations>> examinations = new AtomicReference<>(Optional.empty());
  private final AtomicReference<Optional<Supplier<ObjectNode>>> rules = new AtomicReference<>(Optional.empty());
  private final HttpPort port;

  public HttpInterface(OpenViolations violations) {
    this.port =
        new HttpPort(
            concat(
                new GoodsRoutes(reports::get).routes(),
                new LocationRoutes(reports::get).routes(),
                new ViolationRoutes(violations).routes(),
                new RulesRoutes(rules::get).routes(),
                new DoctorRoutes(examinations::get).routes()),
            "There is /goods/{id}, /locations/{id}, /violations?open=true, /rules and /doctor; the port of kongo.http.health-port has"
                + " /alive, /ready and /metrics.");
  }

  /** Listens; the entities can be asked after {@link #answerWith}. */
  public CompletionStage<InetSocketAddress> bind(ActorSystem<?> system, HttpSettings settings) {
    Duration longest = settings.askTimeout().multipliedBy(ASKS_IN_A_ROW);
    return port.bind(system, settings.host(), settings.port(), longest);
  }

  public void answerWith(Reports entities) {
    reports.set(entities);
  }

  /** From now on it is known which rule books there are; asked by any thread. */
  public void tellRulesBy(Supplier<ObjectNode> known) {
    rules.set(Optional.of(known));
  }

  /** From now on the input can be examined. */
  public void examineWith(Examinations doctor) {
    examinations.set(Optional.of(doctor));
  }
}
