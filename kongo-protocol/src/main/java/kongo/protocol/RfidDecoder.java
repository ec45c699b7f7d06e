package kongo.protocol;

import java.time.Duration;
import java.util.Set;
import kongo.goods.Move;
import kongo.goods.MoveType;

/** Decodes the rfid topic. */
public final class RfidDecoder extends RecordDecoder<RfidRecord> {

  private static final Set<String> FIELDS = Set.of("type", "time", "goods", "warehouse", "truck");

  private final EventTime eventTime;

  /** @param allowedAhead how far event time may be ahead of the record's timestamp */
  public RfidDecoder(Duration allowedAhead) {
    this.eventTime = new EventTime(allowedAhead);
  }

  public RfidDecoder() {
    this(EventTime.DEFAULT_AHEAD);
  }

  @Override
  RfidRecord read(byte[] key, byte[] value, long timestamp) throws Refusal {
    JsonObject json = JsonObject.read(value, FIELDS);
    MoveType type = json.oneOf("type", MoveType.class);
    long time = json.millis("time");
    String goods = json.identifier("goods");
    String truck = truck(json, type);
    String warehouse = warehouse(json, type, truck);
    Identifiers.requireKey(key, "goods", goods);
    eventTime.require(time, timestamp);
    return new RfidRecord(goods, new Move(type, time, warehouse, truck));
  }

  @Override
  void forget() {
    // nothing is kept
  }

  private static String truck(JsonObject json, MoveType type) throws Refusal {
    return switch (type) {
      case RECEIVE -> "";
      case LOAD, UNLOAD -> json.identifier("truck");
      case DELIVER -> json.optionalIdentifier("truck").orElse("");
    };
  }

  private static String warehouse(JsonObject json, MoveType type, String truck) throws Refusal {
    if (type == MoveType.DELIVER && !truck.isEmpty()) {
      return json.optionalIdentifier("warehouse").orElse("");
    }
    return json.identifier("warehouse");
  }
}
