package kongo.protocol;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kongo.rules.BuiltIn;
import kongo.rules.Damping;
import kongo.rules.Escalation;
import kongo.rules.Plausible;
import kongo.rules.Ranking;
import kongo.rules.Rule;
import kongo.rules.RuleBook;
import kongo.rules.RuleHistory;
import kongo.rules.Subject;
import kongo.violation.Severity;

/**
 * Writes the values of the rules topic. A book is written in one way only: what it means, without what it leaves to the
 * defaults; read again it is the same book.
 */
public final class RuleBookJson {

  private RuleBookJson() {}

  public static byte[] encode(RuleBookRecord record) {
    return JsonOutput.object(json -> {
      if (record.from() == RuleHistory.EVER) {
        json.writeNullField("from");
      } else {
        json.writeNumberField("from", record.from());
      }
      json.writeObjectFieldStart("book");
      write(json, record.book());
      json.writeEndObject();
      json.writeStringField("by", record.by());
      json.writeStringField("comment", record.comment());
    });
  }

  /** The book alone, as text: also a file that a node can be configured with, for it is HOCON as well. */
  public static String text(RuleBook book) {
    return new String(JsonOutput.object(json -> write(json, book)), StandardCharsets.UTF_8);
  }

  /** What a rule says, as in a book behind its name. */
  public static String text(Rule rule) {
    return new String(JsonOutput.object(json -> write(json, rule)), StandardCharsets.UTF_8);
  }

  private static void write(JsonGenerator json, RuleBook book) throws IOException {
    if (book.settleMillis() > 0) {
      json.writeStringField("settle", DurationWords.of(book.settleMillis()));
    }
    metrics(json, book.plausible());
    builtIn(json, book.builtIn());
    json.writeObjectFieldStart("rules");
    for (Rule rule : book.rules()) {
      json.writeObjectFieldStart(rule.name());
      write(json, rule);
      json.writeEndObject();
    }
    json.writeEndObject();
  }

  private static void metrics(JsonGenerator json, Map<String, Plausible> plausible) throws IOException {
    if (plausible.isEmpty()) {
      return;
    }
    json.writeObjectFieldStart("metrics");
    for (Map.Entry<String, Plausible> each : plausible.entrySet()) {
      json.writeObjectFieldStart(each.getKey());
      unlessInfinite(json, "min", each.getValue().min());
      unlessInfinite(json, "max", each.getValue().max());
      not(json, each.getValue());
      json.writeEndObject();
    }
    json.writeEndObject();
  }

  private static void unlessInfinite(JsonGenerator json, String name, double number) throws IOException {
    if (!Double.isInfinite(number)) {
      JsonOutput.number(json, name, number);
    }
  }

  private static void not(JsonGenerator json, Plausible plausible) throws IOException {
    if (plausible.not().isEmpty()) {
      return;
    }
    json.writeArrayFieldStart("not");
    for (double value : plausible.not().stream().sorted().toList()) {
      JsonOutput.number(json, value);
    }
    json.writeEndArray();
  }

  private static void builtIn(JsonGenerator json, BuiltIn builtIn) throws IOException {
    if (!builtIn.expired().equals(BuiltIn.DEFAULT.expired())) {
      json.writeObjectFieldStart("expired");
      ranking(json, builtIn.expired(), BuiltIn.DEFAULT.expired().severity());
      json.writeEndObject();
    }
    severity(json, "misplaced", builtIn.misplaced(), BuiltIn.DEFAULT.misplaced());
    severity(json, "misrouted", builtIn.misrouted(), BuiltIn.DEFAULT.misrouted());
  }

  private static void severity(JsonGenerator json, String kind, Severity severity, Severity otherwise) throws IOException {
    if (severity != otherwise) {
      json.writeObjectFieldStart(kind);
      json.writeStringField("severity", severity.name());
      json.writeEndObject();
    }
  }

  private static void write(JsonGenerator json, Rule rule) throws IOException {
    rule.condition().when(new ConditionJson(json)).write();
    damping(json, rule.damping());
    time(json, "grace", rule.graceMillis());
    if (rule.at().isPresent()) {
      json.writeStringField("at", rule.at().get().name());
    }
    if (rule.subject() == Subject.LOCATION) {
      json.writeStringField("subject", rule.subject().name());
    } else {
      JsonOutput.texts(json, "for", rule.categories());
    }
    ranking(json, rule.ranking(), Ranking.DEFAULT.severity());
  }

  private static void damping(JsonGenerator json, Damping damping) throws IOException {
    if (damping.deadband() > 0) {
      JsonOutput.number(json, "deadband", damping.deadband());
    }
    time(json, "merge", damping.mergeMillis());
    time(json, "delay", damping.delayMillis());
  }

  private static void time(JsonGenerator json, String name, long millis) throws IOException {
    if (millis > 0) {
      json.writeStringField(name, DurationWords.of(millis));
    }
  }

  private static void ranking(JsonGenerator json, Ranking ranking, Severity otherwise) throws IOException {
    if (ranking.severity() != otherwise) {
      json.writeStringField("severity", ranking.severity().name());
    }
    escalations(json, ranking.escalations());
    Optional<Boolean> latch = ranking.latch();
    if (latch.isPresent()) {
      json.writeBooleanField("latch", latch.get());
    }
  }

  private static void escalations(JsonGenerator json, List<Escalation> escalations) throws IOException {
    if (escalations.isEmpty()) {
      return;
    }
    json.writeArrayFieldStart("escalate");
    for (Escalation escalation : escalations) {
      json.writeStartObject();
      json.writeStringField("severity", escalation.severity().name());
      time(json, "after", escalation.afterMillis().orElse(0));
      if (escalation.beyond().isPresent()) {
        JsonOutput.number(json, "beyond", escalation.beyond().getAsDouble());
      }
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
