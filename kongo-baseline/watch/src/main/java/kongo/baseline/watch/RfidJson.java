package kongo.baseline.watch;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.util.Optional;
import kongo.goods.Move;
import kongo.goods.MoveType;

/** Reads one record of the rfid topic. */
public final class RfidJson {

  private String type = "";
  private long time = -1;
  private String warehouse = "";
  private String truck = "";
  private String from = "";
  private String to = "";

  private RfidJson() {}

  /** Empty if the record cannot be used. */
  public static Optional<Move> read(byte[] record) {
    RfidJson rfid = new RfidJson();
    boolean usable = Json.read(record, rfid::take) && !rfid.type.isEmpty() && rfid.time >= 0;
    return usable ? Optional.of(rfid.move()) : Optional.empty();
  }

  private Move move() {
    MoveType what = MoveType.valueOf(type);
    if (what == MoveType.MOVE) {
      return Move.between(time, from, to);
    }
    return new Move(what, time, warehouse, what == MoveType.RECEIVE ? "" : truck);
  }

  private void take(String name, JsonParser json) throws IOException {
    switch (name) {
      case "type" -> type = json.getText();
      case "time" -> time = json.getLongValue();
      case "warehouse" -> warehouse = json.getValueAsString("");
      case "truck" -> truck = json.getValueAsString("");
      case "from" -> from = json.getValueAsString("");
      case "to" -> to = json.getValueAsString("");
      default -> json.skipChildren();
    }
  }
}
