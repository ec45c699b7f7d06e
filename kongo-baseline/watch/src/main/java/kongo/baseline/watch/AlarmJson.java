package kongo.baseline.watch;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import kongo.rules.Rule;

/** Writes alarms as records like those of Kongo's violations. */
public final class AlarmJson {

  private AlarmJson() {}

  public static String id(String location, Alarm alarm, Limits limits) {
    String sensor = alarm.sensor().isEmpty() ? "-" : alarm.sensor();
    return String.join("/", alarm.goods(), limits.rule(alarm.rule()).name(), location, sensor, Long.toString(alarm.from()));
  }

  public static byte[] encode(String location, Alarm alarm, Limits limits) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(320);
    try (JsonGenerator json = Json.FACTORY.createGenerator(bytes, JsonEncoding.UTF8)) {
      write(json, location, alarm, limits);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  private static void write(JsonGenerator json, String location, Alarm alarm, Limits limits) throws IOException {
    Rule rule = limits.rule(alarm.rule());
    json.writeStartObject();
    json.writeStringField("id", id(location, alarm, limits));
    json.writeStringField("status", alarm.hasEnded() ? "CLOSED" : "OPEN");
    json.writeStringField("kind", "ENVIRONMENT");
    json.writeStringField("rule", rule.name());
    json.writeStringField("goods", alarm.goods());
    json.writeStringField("location", location);
    json.writeStringField("metric", rule.metric());
    json.writeStringField("sensor", alarm.sensor());
    json.writeNumberField("stay", alarm.stay());
    json.writeNumberField("from", alarm.from());
    if (alarm.hasEnded()) {
      json.writeNumberField("to", alarm.to());
    } else {
      json.writeNullField("to");
    }
    json.writeNumberField("count", alarm.count());
    json.writeNumberField("worst", alarm.worst());
    json.writeEndObject();
  }
}
