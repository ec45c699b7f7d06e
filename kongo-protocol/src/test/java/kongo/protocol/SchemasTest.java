package kongo.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import kongo.goods.Move;
import kongo.goods.MoveType;
import kongo.location.Reading;
import kongo.registry.GoodsProfile;
import kongo.registry.PlaceProfile;
import kongo.registry.PlaceType;
import kongo.violation.Cause;
import kongo.violation.Correction;
import kongo.violation.Kind;
import kongo.violation.Limit;
import kongo.violation.Revision;
import kongo.violation.Severity;
import kongo.violation.Status;
import kongo.violation.Violation;
import kongo.violation.ViolationId;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;

class SchemasTest {

  private final RecordEncoder encoder = new RecordEncoder();

  @Test
  void describeSensorRecords() throws IOException {
    Schema schema = schema("sensors");
    assertValid(schema, encoder.encode("truck-1", new Reading("temperature", "s1", 5, -3.25)));
    assertValid(schema, encoder.encode("truck-1", new Reading("temperature", "", 0, 1e300)));
    assertInvalid(schema, "{\"time\":5,\"location\":\"-\",\"metric\":\"m\",\"value\":1}");
    assertInvalid(schema, "{\"time\":-5,\"location\":\"a\",\"metric\":\"m\",\"value\":1}");
    assertInvalid(schema, "{\"time\":5,\"location\":\"a\",\"metric\":\"load.weight\",\"value\":1}");
    assertInvalid(schema, "{\"time\":5,\"location\":\"a\",\"metric\":\"rate.heat\",\"value\":1}");
    assertInvalid(schema, "{\"time\":5,\"location\":\"a\",\"metric\":\"m\"}");
    assertValid(schema, encoder.encode(new SensorRecord("truck-1", new Reading("heat", "", 5, 1), new Correction(3, false))));
    assertValid(schema, encoder.encode(new SensorRecord("truck-1", new Reading("heat", "", 5, 0), new Correction(0, true))));
    assertInvalid(schema, "{\"time\":5,\"location\":\"a\",\"metric\":\"m\",\"void\":false}");
    assertValid(schema, encoder.encode(SensorRecord.ofGoods("goods-1", new Reading("heat", "", 5, 1))));
    assertValid(schema, "{\"time\":5,\"location\":null,\"goods\":\"a\",\"metric\":\"m\",\"value\":1}".getBytes(StandardCharsets.UTF_8));
    assertInvalid(schema, "{\"time\":5,\"location\":\"a\",\"goods\":\"a\",\"metric\":\"m\",\"value\":1}");
    assertInvalid(schema, "{\"time\":5,\"metric\":\"m\",\"value\":1}");
    assertInvalid(schema, "{\"time\":5,\"location\":\"a\",\"metric\":\"m\",\"void\":true,\"value\":\"1\"}");
    assertInvalid(schema, "{\"time\":5,\"location\":\"a\",\"metric\":\"m\",\"value\":1,\"correction\":1000001}");
    assertValid(schema, "{\"time\":5,\"location\":\"a\",\"metric\":\"m\",\"value\":1,\"unit\":\"[degF]\"}".getBytes(StandardCharsets.UTF_8));
    assertInvalid(schema, "{\"time\":5,\"location\":\"a\",\"metric\":\"m\",\"value\":1,\"unit\":\"F\"}");
    assertInvalid(schema, "{\"time\":5,\"location\":\"a b\",\"metric\":\"m\",\"value\":1}");
    for (String id : new String[] {"urn:epc:id:sgtin:0614141.112345.a%2Fb", "https://id.gs1.org/01/7/21/A(1)", "\"\\~%?#|$", "x".repeat(256)}) {
      assertValid(schema, encoder.encode(id, new Reading(id, id, 5, 1)));
    }
    assertInvalid(schema, "{\"time\":5,\"location\":\"" + "x".repeat(257) + "\",\"metric\":\"m\",\"value\":1}");
  }

  @Test
  void describeRfidRecords() throws IOException {
    Schema schema = schema("rfid");
    assertValid(schema, encoder.encode("goods-1", new Move(MoveType.RECEIVE, 5, "w-1", "")));
    assertValid(schema, encoder.encode("goods-1", new Move(MoveType.LOAD, 5, "w-1", "truck-1")));
    assertValid(schema, encoder.encode("goods-1", new Move(MoveType.UNLOAD, 5, "w-1", "truck-1")));
    assertValid(schema, encoder.encode("goods-1", Move.between(5, "zone-1", "zone-2")));
    assertValid(schema, encoder.encode("goods-1", Move.between(5, "", "zone-2")));
    assertValid(schema, encoder.encode("goods-1", new Move(MoveType.DELIVER, 5, "w-1", "truck-1")));
    assertValid(schema, encoder.encode("goods-1", new Move(MoveType.DELIVER, 5, "", "truck-1")));
    assertValid(schema, encoder.encode("goods-1", new Move(MoveType.DELIVER, 5, "w-1", "")));
    Move move = new Move(MoveType.LOAD, 5, "w-1", "truck-1");
    assertValid(schema, encoder.encode(new RfidRecord("goods-1", move, new Correction(3, true))));
    assertInvalid(schema, "{\"type\":\"LOAD\",\"time\":5,\"goods\":\"g\",\"warehouse\":\"w\"}");
    assertInvalid(schema, "{\"type\":\"DELIVER\",\"time\":5,\"goods\":\"g\"}");
    assertInvalid(schema, "{\"type\":\"RECEIVE\",\"time\":5,\"goods\":\"g\",\"warehouse\":\"\"}");
    assertInvalid(schema, "{\"type\":\"MOVE\",\"time\":5,\"goods\":\"g\",\"from\":\"zone-1\"}");
    assertInvalid(schema, "{\"type\":\"MOVE\",\"time\":5,\"goods\":\"g\",\"from\":\"\",\"to\":\"zone-2\"}");
  }

  @Test
  void describeRegistryRecords() throws IOException {
    Schema schema = schema("registry");
    assertValid(schema, encoder.encode(new RegistryRecord("g", new GoodsProfile(1_500, List.of("T1", "DRY"), 7))));
    assertValid(schema, encoder.encode(new RegistryRecord("g", GoodsProfile.NONE)));
    assertValid(schema, encoder.encode(new RegistryRecord("g", new GoodsProfile(1_500, List.of(), 7, List.of("w-1")))));
    assertInvalid(schema, "{\"type\":\"GOODS\",\"id\":\"g\",\"route\":[]}");
    assertValid(schema, encoder.encode(new RegistryRecord("g", GoodsProfile.NONE, OptionalLong.of(0))));
    assertInvalid(schema, "{\"type\":\"GOODS\",\"id\":\"g\",\"from\":-1}");
    assertValid(schema, encoder.encode(new RegistryRecord("t", truck(1_000_000_000_000L))));
    assertValid(schema, encoder.encode(new RegistryRecord("t", truck(PlaceProfile.UNLIMITED))));
    assertInvalid(schema, "{\"type\":\"GOODS\",\"id\":\"g\",\"weight\":-1}");
    assertInvalid(schema, "{\"type\":\"TRUCK\",\"id\":\"g\",\"maxWeight\":\"1\"}");
    assertInvalid(schema, "{\"type\":\"SHIP\",\"id\":\"g\"}");
  }

  @Test
  void describeViolations() throws IOException {
    Schema schema = schema("violations");
    assertValid(schema, ViolationJson.encode(revision(ViolationJsonTest.EXCURSION)));
    assertValid(schema, ViolationJson.encode(revision(ViolationJsonTest.OVERLOAD)));
    assertValid(schema, ViolationJson.encode(revision(ViolationJsonTest.MISPLACED)));
    assertValid(schema, ViolationJson.encode(revision(ViolationJsonTest.MISROUTED)));
    assertValid(schema, ViolationJson.encode(revision(colocation("https://id.gs1.org/01/7", "\"".repeat(256)))));
    String text = new String(ViolationJson.encode(revision(ViolationJsonTest.EXCURSION)), StandardCharsets.UTF_8);
    assertInvalid(schema, text.replace("\"CLOSED\"", "\"OPEN\""));
    assertInvalid(schema, text.replace("\"count\":6,", ""));
    assertInvalid(schema, text.replace("\"worst\":9.7", "\"worst\":null"));
  }

  @Test
  void describeRuleBooks() throws IOException {
    Schema schema = schema("rules");
    for (int seed = 0; seed < 200; seed++) {
      assertValid(schema, RuleBookJson.encode(new RuleBookRecord(seed, new RandomBooks(seed).next(), "ann", "")));
    }
    assertInvalid(schema, "{\"from\":5}");
    assertInvalid(schema, "{\"book\":{}}");
    assertInvalid(schema, "{\"book\":{\"rules\":{},\"hold\":90}}");
    assertInvalid(schema, "{\"book\":{\"rules\":{\"a\":{\"maxx\":5}}}}");
  }

  @Test
  void describeStays() throws IOException {
    Schema schema = schema("stays");
    assertValid(schema, StaysJson.encode(StaysJsonTest.ABOARD));
    assertValid(schema, StaysJson.encode(StaysJsonTest.OUTSIDE));
    String text = new String(StaysJson.encode(StaysJsonTest.ABOARD), StandardCharsets.UTF_8);
    assertInvalid(schema, text.replace("\"since\":20", "\"since\":null"));
    assertInvalid(schema, text.replace("\"at\":", "\"where\":"));
    assertInvalid(schema, text.replace("TRUCK", "SHIP"));
  }

  @Test
  void describeTheHeadersOfDeadLetters() throws IOException {
    Schema schema = schema("dead-letters");
    for (Reason reason : Reason.values()) {
      var headers = new RecordHeaders();
      new DeadLetterHeaders(reason, "why", "kongo.rfid", 3, 99).write(headers);
      assertValid(schema, asJson(headers).getBytes(StandardCharsets.UTF_8));
    }
    assertInvalid(schema, "{\"reason\":\"boring\",\"topic\":\"t\",\"partition\":\"0\",\"offset\":\"0\"}");
  }

  private static Violation colocation(String goods, String category) {
    return new Violation(
        ViolationId.of(goods, category, "t/1", "", 5), Status.OPEN, Kind.COLOCATION, Severity.MAJOR, category, goods, "t/1", "aboard." + category, "", 1L, 5, null, 1L, 1.0,
        ViolationJsonTest.EXCURSION.limit(), List.of(goods));
  }

  private static PlaceProfile truck(long maxWeightGrams) {
    return new PlaceProfile(PlaceType.TRUCK, "\"Ü\\\n", -1.5, 2e20, List.of("T1"), maxWeightGrams);
  }

  private static Revision revision(Violation violation) {
    return new Revision(2, violation, new Cause("kongo.sensors", 1, 2, 3));
  }

  private static String asJson(RecordHeaders headers) {
    return java.util.Arrays.stream(headers.toArray())
        .map(header -> "\"" + header.key() + "\":\"" + new String(header.value(), StandardCharsets.UTF_8) + "\"")
        .collect(Collectors.joining(",", "{", "}"));
  }

  private static Schema schema(String name) throws IOException {
    try (InputStream in = SchemasTest.class.getResourceAsStream("/kongo/schemas/" + name + ".json")) {
      return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(in, InputFormat.JSON);
    }
  }

  private static void assertValid(Schema schema, byte[] value) {
    String text = new String(value, StandardCharsets.UTF_8);
    assertThat(schema.validate(text, InputFormat.JSON)).as(text).isEmpty();
  }

  private static void assertInvalid(Schema schema, String value) {
    assertThat(schema.validate(value, InputFormat.JSON)).as(value).isNotEmpty();
  }
}
