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
  private final JsonText.Fields readFields = this::readFields;

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
      JsonText.readObject(bytes, readFields);
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
