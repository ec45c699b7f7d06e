package kongo.doctor.symptom;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kongo.goods.Move;
import kongo.location.Reading;

/** Records in words. */
final class Words {

  private Words() {}

  /** Where the metric is known. */
  static String value(String location, Reading reading) {
    return "%s at %s, %s".formatted(number(reading.value()), sensor(location, reading.sensor()), time(reading.time()));
  }

  /** Where the place is known. */
  static String fromSensor(Reading reading) {
    return reading.sensor().isEmpty() ? measured(reading) : "sensor " + reading.sensor() + ": " + measured(reading);
  }

  /** Where the place and the sensor are known. */
  static String measured(Reading reading) {
    return "%s %s, %s".formatted(reading.metric(), number(reading.value()), time(reading.time()));
  }

  /** Where the Goods is known. */
  static String move(Move move) {
    return "%s (%s), %s".formatted(move.type(), places(move), time(move.time()));
  }

  static String move(String goods, Move move) {
    return "%s of %s (%s), %s".formatted(move.type(), goods, places(move), time(move.time()));
  }

  private static String places(Move move) {
    return Stream.of(move.warehouse(), move.truck()).filter(place -> !place.isEmpty()).collect(Collectors.joining(", "));
  }

  /** A sensor of a place; one without a name is the place alone. */
  static String sensor(String location, String sensor) {
    return sensor.isEmpty() ? location : location + " sensor " + sensor;
  }

  static String time(long millis) {
    return Instant.ofEpochMilli(millis).toString();
  }

  static String number(double value) {
    boolean isWhole = value == Math.rint(value) && Math.abs(value) < 1e15;
    return isWhole ? Long.toString((long) value) : Double.toString(value);
  }

  /** A length of time, in its two largest units at most. */
  static String length(long millis) {
    Duration time = Duration.ofMillis(millis);
    if (time.toDays() > 0) {
      return "%,d d %d h".formatted(time.toDays(), time.toHoursPart());
    }
    if (time.toHours() > 0) {
      return "%d h %d min".formatted(time.toHours(), time.toMinutesPart());
    }
    return time.toMinutes() > 0
        ? "%d min %d s".formatted(time.toMinutes(), time.toSecondsPart())
        : number(millis / 1000.0) + " s";
  }
}
