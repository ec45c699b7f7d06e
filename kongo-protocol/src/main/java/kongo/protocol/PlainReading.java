package kongo.protocol;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import kongo.location.Reading;
import kongo.violation.Correction;

/** What a sensor value says that is written plainly, read without a parser. Not thread-safe. */
final class PlainReading {

  private static final byte[] TIME = ascii("time");
  private static final byte[] LOCATION = ascii("location");
  private static final byte[] GOODS = ascii("goods");
  private static final byte[] METRIC = ascii("metric");
  private static final byte[] VALUE = ascii("value");
  private static final byte[] SENSOR = ascii("sensor");
  private static final byte[] CORRECTION = ascii("correction");
  private static final byte[] VOID = ascii("void");
  private static final byte[] UNIT = ascii("unit");

  private final FlatObject flat = new FlatObject();
  private final IdentifierCache identifiers = new IdentifierCache();

  private boolean hasTime;
  private long time;
  private boolean hasValue;
  private double value;
  private String location;
  private String goods;
  private String metric;
  private String sensor;
  private Unit unit = Unit.AS_IS;

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
    return flat.isWhole() && isComplete() && isConverted();
  }

  SensorRecord sensorRecord() {
    boolean byGoods = location.isEmpty();
    return new SensorRecord(byGoods ? goods : location, byGoods, new Reading(metric, sensor, time, value), Correction.ORIGINAL);
  }

  private void clear() {
    hasTime = false;
    hasValue = false;
    location = "";
    goods = "";
    metric = "";
    sensor = "";
    unit = Unit.AS_IS;
  }

  private boolean isComplete() {
    return hasTime && hasValue && location.isEmpty() != goods.isEmpty() && !metric.isEmpty();
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
    if (flat.isNamed(GOODS)) {
      goods = identifier();
      return !goods.isEmpty();
    }
    // Corrections are seldom: the parser takes them.
    return !flat.isNamed(CORRECTION) && !flat.isNamed(VOID) && (!flat.isNamed(UNIT) || takeUnit());
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

  private boolean takeUnit() {
    Optional<Unit> known = Unit.of(identifier());
    unit = known.orElse(Unit.AS_IS);
    return known.isPresent();
  }

  /** Most values name no unit. */
  private boolean isConverted() {
    if (unit != Unit.AS_IS) {
      value = unit.toBase(value);
    }
    return Double.isFinite(value);
  }

  /** {@code ""} where there is none. */
  private String identifier() {
    return flat.isText() ? flat.identifier(identifiers) : "";
  }
}
