package kongo.doctor;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import kongo.doctor.finding.Finding;
import kongo.doctor.finding.Item;
import kongo.doctor.finding.Urgency;

/** A diagnosis as JSON, for programs. */
public final class DiagnosisJson {

  private DiagnosisJson() {}

  public static ObjectNode of(Diagnosis diagnosis) {
    ObjectNode fields = JsonNodeFactory.instance.objectNode()
        .put("records", diagnosis.records())
        .put("fix", diagnosis.count(Urgency.FIX))
        .put("know", diagnosis.count(Urgency.KNOW))
        .put("unremembered", diagnosis.unremembered());
    ArrayNode findings = fields.putArray("findings");
    diagnosis.findings().forEach(finding -> write(finding, findings.addObject()));
    return fields;
  }

  private static void write(Finding finding, ObjectNode fields) {
    fields.put("kind", finding.heading().kind())
        .put("urgency", lowerCase(finding.heading().urgency()))
        .put("says", finding.heading().says())
        .put("counted", lowerCase(finding.heading().counted()));
    ArrayNode items = fields.putArray("items");
    finding.items().forEach(item -> write(item, items.addObject()));
    fields.put("more", finding.more());
  }

  private static void write(Item item, ObjectNode fields) {
    fields.put("subject", item.subject())
        .put("count", item.count())
        .put("says", item.says())
        .put("guess", item.guess().orElse(null))
        .put("topic", item.at().topic())
        .put("partition", item.at().partition())
        .put("offset", item.at().offset());
  }

  private static String lowerCase(Enum<?> name) {
    return name.name().toLowerCase(Locale.ROOT);
  }
}
