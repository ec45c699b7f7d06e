package kongo.protocol;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.math.BigDecimal;
import kongo.goods.Move;
import kongo.goods.MoveType;
import kongo.location.Reading;
import kongo.registry.GoodsProfile;
import kongo.registry.PlaceProfile;
import kongo.registry.PlaceType;

/** Writes the values of the three input topics. */
public final class RecordEncoder {

  private static final int GRAM_DECIMALS = 3;

  public byte[] encode(SensorRecord sensor) {
    return encode(sensor.location(), sensor.reading());
  }

  public byte[] encode(String location, Reading reading) {
    return JsonOutput.object(json -> {
      json.writeNumberField("time", reading.time());
      json.writeStringField("location", location);
      json.writeStringField("metric", reading.metric());
      JsonOutput.number(json, "value", reading.value());
      writeUnlessEmpty(json, "sensor", reading.sensor());
    });
  }

  public byte[] encode(RfidRecord rfid) {
    return encode(rfid.goods(), rfid.move());
  }

  public byte[] encode(String goods, Move move) {
    return JsonOutput.object(json -> {
      json.writeStringField("type", move.type().name());
      json.writeNumberField("time", move.time());
      json.writeStringField("goods", goods);
      writeUnlessEmpty(json, "warehouse", move.warehouse());
      writeUnlessEmpty(json, "truck", move.type() == MoveType.RECEIVE ? "" : move.truck());
    });
  }

  private static void writeUnlessEmpty(JsonGenerator json, String name, String text) throws IOException {
    if (!text.isEmpty()) {
      json.writeStringField(name, text);
    }
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

  private static byte[] encode(String id, GoodsProfile goods) {
    return JsonOutput.object(json -> {
      json.writeStringField("type", "GOODS");
      json.writeStringField("id", id);
      JsonOutput.number(json, "weight", kilograms(goods.weightGrams()));
      JsonOutput.texts(json, "categories", goods.categories());
      if (goods.useBy() != GoodsProfile.NEVER) {
        json.writeNumberField("useBy", goods.useBy());
      }
    });
  }

  private static byte[] encode(String id, PlaceProfile place) {
    return JsonOutput.object(json -> {
      json.writeStringField("type", place.type().name());
      json.writeStringField("id", id);
      json.writeStringField("name", place.name());
      JsonOutput.number(json, "x", place.x());
      JsonOutput.number(json, "y", place.y());
      JsonOutput.texts(json, "categories", place.categories());
      if (place.type() == PlaceType.TRUCK && place.hasMaxWeight()) {
        JsonOutput.number(json, "maxWeight", kilograms(place.maxWeightGrams()));
      }
    });
  }

  /** Exact: 10^12 grams are far below 2^53. */
  private static double kilograms(long grams) {
    return BigDecimal.valueOf(grams, GRAM_DECIMALS).doubleValue();
  }
}
