package kongo.protocol;

import java.util.Set;
import kongo.location.Reading;
import kongo.rules.ReservedMetric;
import kongo.violation.Correction;

/** Decodes the sensors topic; the hot path, so the usual value goes without a parser. */
public final class SensorDecoder extends RecordDecoder<SensorRecord> {

  private static final Set<String> FIELDS =
      Set.of("time", "location", "goods", "metric", "value", "unit", "sensor", "correction", "void");

  private final EventTime eventTime;
  private PlainReading plain = new PlainReading();

  public SensorDecoder(EventTime eventTime) {
    this.eventTime = eventTime;
  }

  @Override
  public Set<String> fields() {
    return FIELDS;
  }

  @Override
  SensorRecord read(byte[] key, byte[] bytes, long timestamp) throws Refusal {
    SensorRecord sensor = isPlain(bytes) ? plain.sensorRecord() : parsed(JsonObject.read(bytes, FIELDS), timestamp);
    long time = sensor.reading().time();
    eventTime.requireInRange(time, timestamp);
    String metric = sensor.reading().metric();
    if (ReservedMetric.isReserved(metric)) {
      throw new Refusal(Reason.RESERVED_METRIC, "metric " + Found.text(metric) + " is reserved: load.*, aboard.* and rate.* are computed, not measured");
    }
    Identifiers.requireKey(key, sensor.keyField(), sensor.location());
    eventTime.requireNotAhead(time, timestamp);
    return sensor;
  }

  @Override
  void forget() {
    plain = new PlainReading();
  }

  private boolean isPlain(byte[] bytes) {
    return bytes != null && bytes.length <= JsonText.MAX_BYTES && plain.read(bytes);
  }

  private SensorRecord parsed(JsonObject json, long timestamp) throws Refusal {
    long time = json.time("time", eventTime, timestamp);
    boolean byGoods = json.isNamedBy("goods", "location");
    String location = json.identifier(byGoods ? "goods" : "location");
    String metric = json.identifier("metric");
    Correction correction = json.correction();
    double value = json.measured("value", "unit", !correction.isVoid());
    String sensor = json.identifierOrEmpty("sensor");
    json.refuseIfAny();
    return new SensorRecord(location, byGoods, new Reading(metric, sensor, time, correction.isVoid() ? 0 : value), correction);
  }
}
