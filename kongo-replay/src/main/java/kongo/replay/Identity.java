package kongo.replay;

import java.util.Optional;
import kongo.protocol.Decoded;
import kongo.protocol.RfidRecord;
import kongo.protocol.SensorRecord;

/**
 * What makes two records one reading or one move (section 3 of docs/semantics.md).
 *
 * @param id of the Location or Goods
 */
record Identity(String id, Object event) {

  private record Measured(String metric, String sensor, long time) {

    @Override
    public String toString() {
      return metric + " by [" + sensor + "] at " + time;
    }
  }

  /** Empty for what cannot be used, and for the registry's records, which do not repeat each other. */
  static Optional<Identity> of(Decoded<?> decoded) {
    if (!(decoded instanceof Decoded.Usable<?> usable)) {
      return Optional.empty();
    }
    if (usable.value() instanceof SensorRecord record) {
      var reading = record.reading();
      return Optional.of(new Identity(record.location(), new Measured(reading.metric(), reading.sensor(), reading.time())));
    }
    return usable.value() instanceof RfidRecord record
        ? Optional.of(new Identity(record.goods(), record.move()))
        : Optional.empty();
  }

  @Override
  public String toString() {
    return id + " " + event;
  }
}
