package kongo.baseline.watch;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;

/** Reads records of the sensors topic one after the other, and keeps what the last one said. */
public final class SensorJson {

  private final Json.Field field = this::take;
  private String metric = "";
  private String sensor = "";
  private long time;
  private double value;

  /** Whether the record can be used. */
  public boolean read(byte[] record) {
    metric = "";
    sensor = "";
    time = -1;
    value = Double.NaN;
    return Json.read(record, field) && time >= 0 && !Double.isNaN(value) && !metric.isEmpty();
  }

  // The location is the record's key already.
  private void take(String name, JsonParser json) throws IOException {
    switch (name) {
      case "time" -> time = json.getLongValue();
      case "metric" -> metric = json.getText();
      case "value" -> value = json.getDoubleValue();
      case "sensor" -> sensor = json.getValueAsString("");
      default -> json.skipChildren();
    }
  }

  public String metric() {
    return metric;
  }

  public String sensor() {
    return sensor;
  }

  public long time() {
    return time;
  }

  public double value() {
    return value;
  }
}
