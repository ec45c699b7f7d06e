package kongo.host.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.function.Supplier;
import kongo.doctor.DiagnosisJson;
import kongo.host.doctor.Examinations;
import kongo.host.doctor.Examinations.Known;
import kongo.host.doctor.Examined;
import org.apache.pekko.http.javadsl.model.HttpResponse;
import org.apache.pekko.http.javadsl.model.StatusCodes;
import org.apache.pekko.http.javadsl.model.headers.RawHeader;
import org.apache.pekko.http.javadsl.server.AllDirectives;
import org.apache.pekko.http.javadsl.server.Route;

/** {@code /doctor}: what the last examination of the input found; whoever asks first, or late, begins one. */
final class DoctorRoutes extends AllDirectives {

  private static final long SOON = 2;

  private final Supplier<Optional<Examinations>> examinations;

  DoctorRoutes(Supplier<Optional<Examinations>> examinations) {
    this.examinations = examinations;
  }

  Route routes() {
    return path("doctor", () -> get(() -> complete(answer())));
  }

  private HttpResponse answer() {
    return examinations.get()
        .map(known -> answer(known.ask()))
        .orElseGet(() -> later(Answers.unavailable("This node is still starting; /ready says what it waits for."), SOON));
  }

  private static HttpResponse answer(Known known) {
    return known.last().map(last -> Answers.ok(json(known, last))).orElseGet(() -> nothingYet(known));
  }

  private static HttpResponse nothingYet(Known known) {
    return known.isRunning()
        ? later(Answers.answer(StatusCodes.ACCEPTED, state(Answers.object(), known)), SOON)
        : later(Answers.unavailable(known.problem().orElse("")), known.rest().toSeconds() + 1);
  }

  private static HttpResponse later(HttpResponse answer, long seconds) {
    return answer.addHeader(RawHeader.create("Retry-After", Long.toString(seconds)));
  }

  private static ObjectNode json(Known known, Examined last) {
    ObjectNode json = DiagnosisJson.of(last.diagnosis())
        .put("since", last.since().toEpochMilli())
        .put("until", last.until().toEpochMilli())
        .put("ageMillis", known.age().toMillis());
    return state(json, known);
  }

  private static ObjectNode state(ObjectNode json, Known known) {
    return json.put("running", known.isRunning()).put("problem", known.problem().orElse(null));
  }
}
