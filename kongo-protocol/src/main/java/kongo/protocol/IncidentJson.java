package kongo.protocol;

import kongo.alarm.Incident;

/** An incident as a JSON object, with the fields of section 13 of docs/semantics.md. */
public final class IncidentJson {

  private IncidentJson() {}

  public static byte[] encode(Incident incident) {
    return JsonOutput.object(json -> {
      json.writeStringField("id", incident.id());
      json.writeStringField("owner", incident.owner());
      json.writeStringField("kind", incident.kind().name());
      json.writeStringField("rule", incident.rule());
      json.writeStringField("location", incident.location());
      json.writeStringField("sensor", incident.sensor());
      json.writeNumberField("from", incident.from());
      JsonOutput.integerOrNull(json, "to", incident.to());
      json.writeStringField("status", incident.status().name());
      json.writeStringField("severity", incident.severity().name());
      json.writeNumberField("violations", incident.violations());
      json.writeNumberField("goods", incident.goods());
      JsonOutput.texts(json, "goodsIds", incident.goodsIds());
      JsonOutput.numberOrNull(json, "worst", incident.worst());
    });
  }
}
