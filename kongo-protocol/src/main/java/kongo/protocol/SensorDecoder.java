package kongo.protocol;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import kongo.location.Reading;

/** Decodes the sensors topic; the hot path, so the usual value goes without a parser. */
public final class SensorDecoder extends RecordDecoder<SensorRecord> {

  private static final byte[] TIME = ascii("time");
  private static final byte[] LOCATION = ascii("location");
  private static final byte[] METRIC = ascii("metric");
  private static final byte[] VALUE = ascii("value");
  private static final byte[] SENSOR = ascii("sensor");

  private final EventTime eventTime;
  private final IdentifierCache identifiers = new IdentifierCache();

  private final FlatObject flat = new FlatObject();

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
    if (!readFlat(bytes)) {
      JsonText.readObject(bytes, this::readFields);
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

  private static byte[] ascii(String name) {
    return name.getBytes(StandardCharsets.US_ASCII);
  }

  /** Whether all of the value could be read so. */
  private boolean readFlat(byte[] bytes) {
    if (bytes == null || bytes.length > JsonText.MAX_BYTES) {
      return false;
    }
    clear();
    flat.open(bytes);
    while (flat.next()) {
      if (!takeField()) {
        return false;
      }
    }
    return flat.isWhole();
  }

  /** Whether the field is usable as it stands; what means nothing here is. */
  private boolean takeField() {
    if (flat.isNamed(TIME)) {
      time.takeInteger(flat.integer());
      return flat.isInteger();
    }
    if (flat.isNamed(VALUE)) {
      value.takeNumber(flat.number());
      return !flat.isText();
    }
    if (flat.isNamed(LOCATION)) {
      return takeIdentifier(location);
    }
    if (flat.isNamed(METRIC)) {
      return takeIdentifier(metric);
    }
    return !flat.isNamed(SENSOR) || takeIdentifier(sensor);
  }

  private boolean takeIdentifier(Slot slot) {
    if (!flat.isText()) {
      return false;
    }
    slot.takeIdentifier(flat.identifier(identifiers));
    return !slot.text.isEmpty();
  }

  private void clear() {
    time.clear();
    location.clear();
    metric.clear();
    value.clear();
    sensor.clearOptional();
  }

  private void readFields(JsonParser json) throws IOException {
    clear();
    for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
      readField(json, name, json.nextToken());
    }
  }

  private void readField(JsonParser json, String name, JsonToken token) throws IOException {
    switch (name) {
      case "time" -> time.readInteger(json, token);
      case "location" -> location.readIdentifier(json, token);
      case "metric" -> metric.readIdentifier(json, token);
      case "value" -> value.readNumber(json, token);
      case "sensor" -> readSensor(json, token);
      default -> json.skipChildren();
    }
  }

  private void readSensor(JsonParser json, JsonToken token) throws IOException {
    if (token == JsonToken.VALUE_NULL || (token == JsonToken.VALUE_STRING && json.getTextLength() == 0)) {
      sensor.clearOptional();
    } else {
      sensor.readIdentifier(json, token);
    }
  }
}
