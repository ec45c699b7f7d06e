package kongo.protocol;

import kongo.location.Reading;
import kongo.violation.Correction;

/**
 * What a record of the sensors topic says.
 *
 * @param location where it is from; that of a logger that travels with a Goods is the Goods' id
 * @param byGoods whether the record names it as {@code goods}
 * @param reading of a void one the value is 0
 */
public record SensorRecord(String location, boolean byGoods, Reading reading, Correction correction) {

  public SensorRecord(String location, Reading reading) {
    this(location, reading, Correction.ORIGINAL);
  }

  public SensorRecord(String location, Reading reading, Correction correction) {
    this(location, false, reading, correction);
  }

  /** By a logger that travels with a Goods. */
  public static SensorRecord ofGoods(String goods, Reading reading) {
    return new SensorRecord(goods, true, reading, Correction.ORIGINAL);
  }

  /** The same place says otherwise. */
  public SensorRecord saying(Reading other, Correction which) {
    return new SensorRecord(location, byGoods, other, which);
  }

  /** The field that names the place. */
  String keyField() {
    return byGoods ? "goods" : "location";
  }
}
