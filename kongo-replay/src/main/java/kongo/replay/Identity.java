package kongo.replay;

import java.util.Optional;
import kongo.goods.Move;
import kongo.location.Reading;
import kongo.protocol.Decoded;
import kongo.protocol.RfidRecord;
import kongo.protocol.SensorRecord;
import kongo.violation.Correction;

/**
 * What makes a record repeat another one: it says the same of the same reading or move (section 3 of docs/semantics.md).
 *
 * @param id of the Location or Goods
 */
record Identity(String id, Object event) {

  private record Measured(Reading reading, Correction correction) {

    @Override
    public String toString() {
      return reading.metric() + " by [" + reading.sensor() + "] at " + reading.time() + words(correction);
    }
  }

  private record Moved(Move move, Correction correction) {

    @Override
    public String toString() {
      return move + words(correction);
    }
  }

  private static String words(Correction correction) {
    String number = correction.number() == 0 ? "" : ", correction " + correction.number();
    return number + (correction.isVoid() ? ", void" : "");
  }

  /** Empty for what cannot be used, and for the registry's records, which do not repeat each other. */
  static Optional<Identity> of(Decoded<?> decoded) {
    if (!(decoded instanceof Decoded.Usable<?> usable)) {
      return Optional.empty();
    }
    if (usable.value() instanceof SensorRecord record) {
      return Optional.of(new Identity(record.location(), new Measured(record.reading(), record.correction())));
    }
    return usable.value() instanceof RfidRecord record
        ? Optional.of(new Identity(record.goods(), new Moved(record.move(), record.correction())))
        : Optional.empty();
  }

  @Override
  public String toString() {
    return id + " " + event;
  }
}
