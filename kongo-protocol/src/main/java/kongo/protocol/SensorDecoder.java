package kongo.protocol;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.time.Duration;
import kongo.location.Reading;

/** Decodes the sensors topic; the hot path, so it reads tokens and keeps nothing but the result. */
public final class SensorDecoder extends RecordDecoder<SensorRecord> {

  private final EventTime eventTime;
  private final IdentifierCache identifiers = new IdentifierCache();

  private final OngoingParser ongoing = new OngoingParser();
  private final OngoingParser.Fields readFields = this::readFields;

  private final Slot time = new Slot("time");
  private final Slot location = new Slot("location");
  private final Slot metric = new Slot("metric");
  private final Slot value = new Slot("value");
  private final Slot sensor = new Slot("sensor");

  /** @param allowedAhead how far event time may be ahead of the record's timestamp */
  public SensorDecoder(Duration allowedAhead) {
    this.eventTime = new EventTime(allowedAhead);
  }

  public SensorDecoder() {
    this(EventTime.DEFAULT_AHEAD);
  }

  @Override
  SensorRecord read(byte[] key, byte[] bytes, long timestamp) throws Refusal {
    JsonText.requireText(bytes);
    if (!ongoing.readObject(bytes, readFields)) {
      readAlone(bytes);
    }
    requireUsable();
    if (isReserved(metric.text)) {
      throw new Refusal(Reason.RESERVED_METRIC, "metric " + metric.text + " is derived, not measured");
    }
    Identifiers.requireKey(key, location.text);
    eventTime.require(time.integer, timestamp);
    return new SensorRecord(location.text, new Reading(metric.text, sensor.text, time.integer, value.number));
  }

  private void requireUsable() throws Refusal {
    time.requireUsable();
    location.requireUsable();
    metric.requireUsable();
    value.requireUsable();
    sensor.requireUsable();
  }

  private static boolean isReserved(String metric) {
    return metric.startsWith("load.") || metric.startsWith("aboard.");
  }

  private void readAlone(byte[] bytes) throws Refusal {
    try (JsonParser json = JsonText.open(bytes)) {
      boolean object = json.nextToken() == JsonToken.START_OBJECT;
      if (object) {
        readFields(json);
      } else {
        JsonObject.skipValue(json);
      }
      JsonObject.requireEnd(json, object);
    } catch (IOException problem) {
      throw JsonText.refusal(problem);
    }
  }

  private void readFields(JsonParser json) throws IOException {
    time.clear();
    location.clear();
    metric.clear();
    value.clear();
    sensor.clearOptional();
    for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
      readField(json, name, json.nextToken());
    }
  }

  private void readField(JsonParser json, String name, JsonToken token) throws IOException {
    switch (name) {
      case "time" -> time.readInteger(json, token);
      case "location" -> location.readIdentifier(json, token, identifiers);
      case "metric" -> metric.readIdentifier(json, token, identifiers);
      case "value" -> value.readNumber(json, token);
      case "sensor" -> readSensor(json, token);
      default -> json.skipChildren();
    }
  }

  private void readSensor(JsonParser json, JsonToken token) throws IOException {
    if (token == JsonToken.VALUE_NULL || (token == JsonToken.VALUE_STRING && json.getTextLength() == 0)) {
      sensor.clearOptional();
    } else {
      sensor.readIdentifier(json, token, identifiers);
    }
  }
}
