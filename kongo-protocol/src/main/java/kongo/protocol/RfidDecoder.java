package kongo.protocol;

import java.util.Optional;
import java.util.Set;
import kongo.goods.Move;
import kongo.goods.MoveType;
import kongo.violation.Correction;

/** Decodes the rfid topic. */
public final class RfidDecoder extends RecordDecoder<RfidRecord> {

  private static final Set<String> FIELDS =
      Set.of("type", "time", "goods", "warehouse", "truck", "from", "to", "correction", "void");

  private final EventTime eventTime;

  public RfidDecoder(EventTime eventTime) {
    this.eventTime = eventTime;
  }

  @Override
  public Set<String> fields() {
    return FIELDS;
  }

  @Override
  RfidRecord read(byte[] key, byte[] value, long timestamp) throws Refusal {
    JsonObject json = JsonObject.read(value, FIELDS);
    Optional<MoveType> type = json.oneOf("type", MoveType.class);
    long time = json.time("time", eventTime, timestamp);
    String goods = json.identifier("goods");
    Optional<Move> move = type.map(known -> known == MoveType.MOVE ? between(json, time) : gateMove(json, known, time));
    Correction correction = json.correction();
    json.refuseIfAny();
    Identifiers.requireKey(key, "goods", goods);
    eventTime.requireNotAhead(time, timestamp);
    return new RfidRecord(goods, move.orElseThrow(), correction);
  }

  private static Move between(JsonObject json, long time) {
    return Move.between(time, json.optionalIdentifier("from"), json.identifier("to"));
  }

  private static Move gateMove(JsonObject json, MoveType type, long time) {
    return new Move(type, time, warehouse(json, type), truck(json, type));
  }

  @Override
  void forget() {
    // nothing is kept
  }

  private static String truck(JsonObject json, MoveType type) {
    return switch (type) {
      case RECEIVE, MOVE -> "";
      case LOAD, UNLOAD -> json.identifier("truck");
      case DELIVER -> json.optionalIdentifier("truck");
    };
  }

  private static String warehouse(JsonObject json, MoveType type) {
    boolean isOptional = type == MoveType.DELIVER && json.has("truck");
    return isOptional ? json.optionalIdentifier("warehouse") : json.identifier("warehouse");
  }
}
