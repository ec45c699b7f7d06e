package kongo.protocol;

import java.time.Duration;
import java.util.Set;
import kongo.location.Reading;
import kongo.rules.ReservedMetric;

/** Decodes the sensors topic; the hot path, so the usual value goes without a parser. */
public final class SensorDecoder extends RecordDecoder<SensorRecord> {

  private static final Set<String> FIELDS = Set.of("time", "location", "metric", "value", "sensor");

  private final EventTime eventTime;
  private PlainReading plain = new PlainReading();

  /** @param allowedAhead how far event time may be ahead of the record's timestamp */
  public SensorDecoder(Duration allowedAhead) {
    this.eventTime = new EventTime(allowedAhead);
  }

  public SensorDecoder() {
    this(EventTime.DEFAULT_AHEAD);
  }

  @Override
  SensorRecord read(byte[] key, byte[] bytes, long timestamp) throws Refusal {
    SensorRecord sensor = isPlain(bytes) ? plain.sensorRecord() : parsed(JsonObject.read(bytes, FIELDS));
    String metric = sensor.reading().metric();
    if (ReservedMetric.isReserved(metric)) {
      throw new Refusal(Reason.RESERVED_METRIC, "metric " + Found.text(metric) + " is reserved: load.*, aboard.* and rate.* are computed, not measured");
    }
    Identifiers.requireKey(key, "location", sensor.location());
    eventTime.require(sensor.reading().time(), timestamp);
    return sensor;
  }

  @Override
  void forget() {
    plain = new PlainReading();
  }

  private boolean isPlain(byte[] bytes) {
    return bytes != null && bytes.length <= JsonText.MAX_BYTES && plain.read(bytes);
  }

  private static SensorRecord parsed(JsonObject json) throws Refusal {
    long time = json.millis("time");
    String location = json.identifier("location");
    String metric = json.identifier("metric");
    double value = json.requiredNumber("value");
    return new SensorRecord(location, new Reading(metric, json.identifierOrEmpty("sensor"), time, value));
  }
}
