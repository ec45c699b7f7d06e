package kongo.protocol;

import java.nio.charset.StandardCharsets;
import kongo.location.Reading;

/** What a sensor value says that is written plainly, read without a parser. Not thread-safe. */
final class PlainReading {

  private static final byte[] TIME = ascii("time");
  private static final byte[] LOCATION = ascii("location");
  private static final byte[] METRIC = ascii("metric");
  private static final byte[] VALUE = ascii("value");
  private static final byte[] SENSOR = ascii("sensor");

  private final FlatObject flat = new FlatObject();
  private final IdentifierCache identifiers = new IdentifierCache();

  private boolean hasTime;
  private long time;
  private boolean hasValue;
  private double value;
  private String location;
  private String metric;
  private String sensor;

  private static byte[] ascii(String name) {
    return name.getBytes(StandardCharsets.US_ASCII);
  }

  /** Whether the value could be read so, and has all that a reading needs: then {@link #sensorRecord()} is it. */
  boolean read(byte[] bytes) {
    clear();
    flat.open(bytes);
    while (flat.next()) {
      if (!takeField()) {
        return false;
      }
    }
    return flat.isWhole() && isComplete();
  }

  SensorRecord sensorRecord() {
    return new SensorRecord(location, new Reading(metric, sensor, time, value));
  }

  private void clear() {
    hasTime = false;
    hasValue = false;
    location = "";
    metric = "";
    sensor = "";
  }

  private boolean isComplete() {
    return hasTime && hasValue && !location.isEmpty() && !metric.isEmpty();
  }

  /** Whether the field is usable as it stands; what means nothing here is. */
  private boolean takeField() {
    if (flat.isNamed(TIME)) {
      return takeTime();
    }
    if (flat.isNamed(VALUE)) {
      return takeValue();
    }
    if (flat.isNamed(LOCATION)) {
      location = identifier();
      return !location.isEmpty();
    }
    if (flat.isNamed(METRIC)) {
      metric = identifier();
      return !metric.isEmpty();
    }
    if (flat.isNamed(SENSOR)) {
      sensor = identifier();
      return !sensor.isEmpty();
    }
    return true;
  }

  private boolean takeTime() {
    hasTime = flat.isInteger();
    time = hasTime ? flat.integer() : 0;
    return hasTime;
  }

  private boolean takeValue() {
    hasValue = !flat.isText();
    value = hasValue ? flat.number() : 0;
    return hasValue;
  }

  /** {@code ""} where there is none. */
  private String identifier() {
    return flat.isText() ? flat.identifier(identifiers) : "";
  }
}
