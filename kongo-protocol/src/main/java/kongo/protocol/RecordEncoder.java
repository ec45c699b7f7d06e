package kongo.protocol;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.OptionalLong;
import kongo.goods.Move;
import kongo.goods.MoveType;
import kongo.location.Reading;
import kongo.registry.GoodsProfile;
import kongo.registry.PlaceProfile;
import kongo.registry.PlaceType;
import kongo.violation.Correction;

/** Writes the values of the three input topics. */
public final class RecordEncoder {

  private static final int GRAM_DECIMALS = 3;

  public byte[] encode(String location, Reading reading) {
    return encode(new SensorRecord(location, reading));
  }

  public byte[] encode(SensorRecord sensor) {
    return encode(sensor, "");
  }

  /** @param unit the code of the unit that the value is in, {@code ""} to say none */
  public byte[] encode(SensorRecord sensor, String unit) {
    Reading reading = sensor.reading();
    return JsonOutput.object(json -> {
      json.writeNumberField("time", reading.time());
      json.writeStringField(sensor.keyField(), sensor.location());
      json.writeStringField("metric", reading.metric());
      if (!sensor.correction().isVoid()) {
        JsonOutput.number(json, "value", reading.value());
      }
      writeUnlessEmpty(json, "unit", unit);
      writeUnlessEmpty(json, "sensor", reading.sensor());
      writeUnlessOriginal(json, sensor.correction());
    });
  }

  public byte[] encode(String goods, Move move) {
    return encode(new RfidRecord(goods, move));
  }

  public byte[] encode(RfidRecord rfid) {
    Move move = rfid.move();
    return JsonOutput.object(json -> {
      json.writeStringField("type", move.type().name());
      json.writeNumberField("time", move.time());
      json.writeStringField("goods", rfid.goods());
      writePlaces(json, move);
      writeUnlessOriginal(json, rfid.correction());
    });
  }

  private static void writePlaces(JsonGenerator json, Move move) throws IOException {
    if (move.type() == MoveType.MOVE) {
      writeUnlessEmpty(json, "from", move.source());
      json.writeStringField("to", move.destination());
    } else {
      writeUnlessEmpty(json, "warehouse", move.warehouse());
      writeUnlessEmpty(json, "truck", move.type() == MoveType.RECEIVE ? "" : move.truck());
    }
  }

  private static void writeUnlessEmpty(JsonGenerator json, String name, String text) throws IOException {
    if (!text.isEmpty()) {
      json.writeStringField(name, text);
    }
  }

  private static void writeIfPresent(JsonGenerator json, String name, OptionalLong number) throws IOException {
    if (number.isPresent()) {
      json.writeNumberField(name, number.getAsLong());
    }
  }

  private static void writeUnlessOriginal(JsonGenerator json, Correction correction) throws IOException {
    if (correction.number() > 0) {
      json.writeNumberField("correction", correction.number());
    }
    if (correction.isVoid()) {
      json.writeBooleanField("void", true);
    }
  }

  /** @return {@code null} for a deletion, as Kafka has it */
  public byte[] encode(RegistryRecord registry) {
    if (registry.registration() instanceof GoodsProfile goods) {
      return encode(registry.id(), goods, registry.from());
    }
    if (registry.registration() instanceof PlaceProfile place) {
      return encode(registry.id(), place, registry.from());
    }
    return null;
  }

  private static byte[] encode(String id, GoodsProfile goods, OptionalLong from) {
    return JsonOutput.object(json -> {
      json.writeStringField("type", "GOODS");
      json.writeStringField("id", id);
      JsonOutput.number(json, "weight", kilograms(goods.weightGrams()));
      JsonOutput.texts(json, "categories", goods.categories());
      if (goods.useBy() != GoodsProfile.NEVER) {
        json.writeNumberField("useBy", goods.useBy());
      }
      if (!goods.route().equals(GoodsProfile.ANYWHERE)) {
        JsonOutput.texts(json, "route", goods.route());
      }
      writeIfPresent(json, "from", from);
    });
  }

  private static byte[] encode(String id, PlaceProfile place, OptionalLong from) {
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
      writeIfPresent(json, "from", from);
    });
  }

  /** Exact: 10^12 grams are far below 2^53. */
  private static double kilograms(long grams) {
    return BigDecimal.valueOf(grams, GRAM_DECIMALS).doubleValue();
  }
}
