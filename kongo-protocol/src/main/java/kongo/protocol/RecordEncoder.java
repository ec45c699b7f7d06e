package kongo.protocol;

import java.math.BigDecimal;
import kongo.goods.Move;
import kongo.goods.MoveType;
import kongo.location.PlaceType;
import kongo.location.Reading;
import kongo.registry.GoodsProfile;
import kongo.registry.PlaceProfile;

/** Writes the values of the three input topics. Not thread-safe: one per writer. */
public final class RecordEncoder {

  private static final int GRAM_DECIMALS = 3;

  private final JsonBytes json = new JsonBytes();

  public byte[] encode(SensorRecord sensor) {
    return encode(sensor.location(), sensor.reading());
  }

  public byte[] encode(String location, Reading reading) {
    json.open()
        .field("time", reading.time())
        .field("location", location)
        .field("metric", reading.metric())
        .field("value", reading.value());
    if (!reading.sensor().isEmpty()) {
      json.field("sensor", reading.sensor());
    }
    return json.close();
  }

  public byte[] encode(RfidRecord rfid) {
    return encode(rfid.goods(), rfid.move());
  }

  public byte[] encode(String goods, Move move) {
    json.open().field("type", move.type().name()).field("time", move.time()).field("goods", goods);
    if (!move.warehouse().isEmpty()) {
      json.field("warehouse", move.warehouse());
    }
    if (!move.truck().isEmpty() && move.type() != MoveType.RECEIVE) {
      json.field("truck", move.truck());
    }
    return json.close();
  }

  /** @return {@code null} for a deletion, as Kafka has it */
  public byte[] encode(RegistryRecord registry) {
    if (registry.registration() instanceof GoodsProfile goods) {
      return encode(registry.id(), goods);
    }
    if (registry.registration() instanceof PlaceProfile place) {
      return encode(registry.id(), place);
    }
    return null;
  }

  private byte[] encode(String id, GoodsProfile goods) {
    json.open()
        .field("type", "GOODS")
        .field("id", id)
        .field("weight", kilograms(goods.weightGrams()))
        .field("categories", goods.categories());
    if (goods.useBy() != GoodsProfile.NEVER) {
      json.field("useBy", goods.useBy());
    }
    return json.close();
  }

  private byte[] encode(String id, PlaceProfile place) {
    json.open()
        .field("type", place.type().name())
        .field("id", id)
        .field("name", place.name())
        .field("x", place.x())
        .field("y", place.y())
        .field("categories", place.categories());
    if (place.type() == PlaceType.TRUCK && place.hasMaxWeight()) {
      json.field("maxWeight", kilograms(place.maxWeightGrams()));
    }
    return json.close();
  }

  /** Exact: 10^12 grams are far below 2^53. */
  private static double kilograms(long grams) {
    return BigDecimal.valueOf(grams, GRAM_DECIMALS).doubleValue();
  }
}
