package kongo.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import kongo.protocol.Decoded.Refused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** That the detail of a dead letter says what is wrong and what to do, by what people have really sent. */
class DetailTest {

  private static final long NOW = 1_795_901_667_384L;
  private static final String READING =
      "{\"time\":1795880280000,\"location\":\"c-t\",\"metric\":\"temperature\",\"sensor\":\"s1\",\"value\":21.5}";
  private static final String MOVE =
      "{\"type\":\"LOAD\",\"time\":1795880280000,\"goods\":\"g\",\"warehouse\":\"w\",\"truck\":\"c-t\"}";
  private static final String PROFILE = "{\"type\":\"GOODS\",\"id\":\"g\",\"categories\":[\"T2\"],\"weight\":1.5}";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "1795880280000|\"2026-11-28T12:00:00Z\"|wrong-type|time must be milliseconds since 1970-01-01T00:00Z, an integer without fraction and exponent, but is the text \"2026-11-28T12:00:00Z\": convert dates to milliseconds since 1970",
        "1795880280000|\"1795880280000\"|wrong-type|time must be milliseconds since 1970-01-01T00:00Z, an integer without fraction and exponent, but is the text \"1795880280000\": write it without quotes",
        "1795880280000|1795880280000.0|wrong-type|time must be milliseconds since 1970-01-01T00:00Z, an integer without fraction and exponent, but is 1795880280000.0: leave out the fraction or exponent",
        "1795880280000|1795880280.531|wrong-type|time must be milliseconds since 1970-01-01T00:00Z, an integer without fraction and exponent, but is 1795880280.531: are these seconds? Multiply by 1000 and leave out the fraction",
        "1795880280000|1795880280000000|out-of-range|time is 1795880280000000 (+58879-03-07T09:20:00Z), after the year 9999; are these microseconds? time is in milliseconds",
        "1795880280000|1795880280000000000|out-of-range|time is 1795880280000000000 (+56911150-08-01T21:20:00Z), after the year 9999; are these nanoseconds? time is in milliseconds",
        "1795880280000|-5|out-of-range|time is -5 (1969-12-31T23:59:59.995Z), before 2000-01-01T00:00:00Z (kongo.law.earliest); was the clock not set?",
        "1795880280000|1795880280|out-of-range|time is 1795880280 (1970-01-21T18:51:20.280Z), before 2000-01-01T00:00:00Z (kongo.law.earliest); are these seconds? time is in milliseconds: multiply by 1000",
        "1795880280000|1000|out-of-range|time is 1000 (1970-01-01T00:00:01Z), before 2000-01-01T00:00:00Z (kongo.law.earliest); was the clock not set?",
        "1795880280000|946684799999|out-of-range|time is 946684799999 (1999-12-31T23:59:59.999Z), before 2000-01-01T00:00:00Z (kongo.law.earliest); was the clock not set?",
        "1795880280000|1795902267385|from-the-future|time is 1795902267385 (2026-11-28T21:44:27.385Z), more than 10 min after the record's timestamp 1795901667384; is the clock of the sensor right?",
        "21.5|21.5,\"unit\":\"F\"|unknown-unit|unit is \"F\", which is none of Cel K [degF] % 1 lx klx [g] m/s2 mm cm m [in_i] mm/s m/s hPa Pa kPa bar [psi] kg g t [lb_av]; write [degF]",
        "21.5|21.5,\"unit\":\"cel\"|unknown-unit|unit is \"cel\", which is none of Cel K [degF] % 1 lx klx [g] m/s2 mm cm m [in_i] mm/s m/s hPa Pa kPa bar [psi] kg g t [lb_av]; write Cel",
        "21.5|21.5,\"unit\":\"FAH\"|unknown-unit|unit is \"FAH\", which is none of Cel K [degF] % 1 lx klx [g] m/s2 mm cm m [in_i] mm/s m/s hPa Pa kPa bar [psi] kg g t [lb_av]; write [degF]",
        "21.5|21.5,\"unit\":\"℃\"|unknown-unit|unit is \"℃\", which is none of Cel K [degF] % 1 lx klx [g] m/s2 mm cm m [in_i] mm/s m/s hPa Pa kPa bar [psi] kg g t [lb_av]; write Cel",
        "21.5|21.5,\"unit\":\"furlong\"|unknown-unit|unit is \"furlong\", which is none of Cel K [degF] % 1 lx klx [g] m/s2 mm cm m [in_i] mm/s m/s hPa Pa kPa bar [psi] kg g t [lb_av]; without a unit the number is taken as it is",
        "21.5|21.5,\"unit\":7|wrong-type|unit must be text, but is 7: write it with quotes",
        "21.5|1e308,\"unit\":\"bar\"|out-of-range|value is 1e308, which with the unit bar is more than a double holds",
        "1795880280000|99999999999999999999|out-of-range|time is 99999999999999999999, which is more than 64 bits hold",
        "1795880280000|true|wrong-type|time must be milliseconds since 1970-01-01T00:00Z, an integer without fraction and exponent, but is true",
        "21.5|\"21.5\"|wrong-type|value must be a number, but is the text \"21.5\": write it without quotes",
        "21.5|\"21,5\"|wrong-type|value must be a number, but is the text \"21,5\": write it without quotes, and with a point instead of the comma",
        "21.5|\"NaN\"|wrong-type|value must be a number, but is the text \"NaN\": if there is no value, leave the record out",
        "21.5|\"unavailable\"|wrong-type|value must be a number, but is the text \"unavailable\": if there is no value, leave the record out",
        "21.5|[21.5]|wrong-type|value must be a number, but is an array",
        "21.5|{\"avg\":21.5}|wrong-type|value must be a number, but is an object",
        "21.5|null|missing-field|value is null, but required: if there is no value, leave the record out",
        "\"temperature\"|null|missing-field|metric is null, but required",
        "21.5|1e400|out-of-range|value is 1e400, which is more than a double holds",
        "\"c-t\"|4711|wrong-type|location must be text, but is 4711: write it with quotes",
        "\"c-t\"|\"pallet 7\"|invalid-identifier|location is \"pallet 7\", but an identifier has only printable characters of ASCII without spaces, and no \" \"",
        "\"c-t\"|\"Kühlbox\"|invalid-identifier|location is \"Kühlbox\", but an identifier has only printable characters of ASCII without spaces, and no \"ü\"",
        "\"c-t\"|\"\"|invalid-identifier|location is \"\", which is no identifier",
        "\"metric\":\"temperature\",||missing-field|metric is missing: there is time, location, sensor, value",
        "\"time\":|\"timestamp\":|missing-field|time is missing: there is location, metric, sensor, value, timestamp; write time instead of timestamp",
        "\"time\":|\"ts\":|missing-field|time is missing: there is location, metric, sensor, value, ts; write time instead of ts",
        "1795880280000|1.79E12|wrong-type|time must be milliseconds since 1970-01-01T00:00Z, an integer without fraction and exponent, but is 1.79E12: leave out the fraction or exponent",
        "21.5|true|wrong-type|value must be a number, but is true",
        "21.5|-NaN|not-json|not JSON at character 85, near \"1\",\"value\":-NaN}\"; JSON has no NaN and no Infinity: if there is no value, leave the record out",
        "\"metric\"|\"Metric\"|missing-field|metric is missing: there is time, location, sensor, value, Metric; write metric instead of Metric",
        "\"temperature\"|\"load.weight\"|reserved-metric|metric \"load.weight\" is reserved: load.*, aboard.* and rate.* are computed, not measured",
        "21.5|21,5|not-json|not JSON at character 87, near \",\"value\":21,5}\"; is this a decimal comma? JSON has a point",
        "21.5|NaN|not-json|not JSON at character 87, near \",\"value\":NaN}\"; JSON has no NaN and no Infinity: if there is no value, leave the record out",
        "21.5|None|not-json|not JSON at character 84, near \"s1\",\"value\":None}\"; JSON has null, true and false",
        "21.5|.5|not-json|not JSON at character 84, near \"s1\",\"value\":.5}\"; a number begins with a digit, without needless zeros or a plus",
        "21.5}|21.5,}|not-json|not JSON at character 89, near \"value\":21.5,}\"; there is a comma too many",
        "21.5}|21.5|not-json|the value ends before its JSON does, after character 88: was it cut off?",
        "21.5}|21.5}{}|not-json|there is more after the value: \"{}\"; send each object as a record of its own",
        "21.5}|21.5}]|not-json|not JSON at character 89, near \"value\":21.5}]\"",
      })
  void ofReadings(String from, String to, String reason, String detail) {
    String value = READING.replace(from, to == null ? "" : to);
    Refused<?> refused = refused(new SensorDecoder(EventTime.DEFAULT), "c-t", utf8(value));
    assertThat(refused.reason().header()).isEqualTo(reason);
    assertThat(refused.detail()).isEqualTo(detail);
  }

  @Test
  void ofForeignEnvelopes() {
    assertThat(reading("{\"ts\":1,\"values\":{\"temperature\":1}}"))
        .isEqualTo("time is missing: there is ts, values; send each of the values as a record of its own");
    assertThat(reading("{\"schema\":{},\"payload\":" + READING + "}"))
        .isEqualTo("time is missing: there is schema, payload; send the payload alone (Kafka Connect: value.converter.schemas.enable=false)");
    assertThat(reading("[" + READING + "," + READING + "]"))
        .isEqualTo("the value must be an object, but is an array: send each of its items as a record of its own");
    assertThat(reading(READING.replace('"', '\''))).endsWith("; names and texts need double quotes");
    assertThat(reading("{}")).isEqualTo("time is missing: the object is empty");
    assertThat(reading("")).isEqualTo("the value is empty");
    assertThat(reading("\"{}\"")).isEqualTo("the value must be an object, but is the text \"{}\": was the JSON encoded twice?");
    assertThat(reading("12")).isEqualTo("the value must be an object, but is 12");
    assertThat(reading("eyJ0aW1lIjoxfQ==")).endsWith("; this looks like base64: send the JSON as it is");
    assertThat(reading("\"eyJ0aW1lIjoxfQ==\"")).isEqualTo("the value must be an object, but is the text \"eyJ0aW1lIjoxfQ==\": this looks like base64: send the JSON as it is");
    assertThat(reading("<reading/>")).endsWith("; this looks like XML");
  }

  @Test
  void ofOtherEncodings() {
    assertThat(reading("\u0000\u0000\u0000\u0000\u0001" + READING))
        .isEqualTo("the value begins with the 5 bytes of a schema registry (schema 1): use a serializer of plain JSON");
    assertThat(bytes(0, 0, 0, 1, 0x80, 4, 0xC8)).contains("(schema 384)", "Avro");
    assertThat(reading("\uFEFF" + READING)).isEqualTo("the value begins with a byte order mark: write UTF-8 without it");
    assertThat(bytes(0x1F, 0x8B, 8, 0)).contains("gzip");
    for (String charset : new String[] {"UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32BE", "UTF-32LE"}) {
      assertThat(detail(new SensorDecoder(EventTime.DEFAULT), "c-t", READING.getBytes(Charset.forName(charset)))).contains("UTF-16 or UTF-32");
    }
    byte[] latin = READING.replace("s1", "Kühl").getBytes(StandardCharsets.ISO_8859_1);
    assertThat(detail(new SensorDecoder(EventTime.DEFAULT), "c-t", latin)).matches("not UTF-8 at byte 73 \\(FC\\), near .*Kühl.*; is it ISO 8859-1\\?");
  }

  @Test
  void ofKeys() {
    assertThat(detail(new SensorDecoder(EventTime.DEFAULT), null, utf8(READING))).isEqualTo("the record has no key: its key must be its location, \"c-t\"");
    assertThat(detail(new SensorDecoder(EventTime.DEFAULT), "\"c-t\"", utf8(READING)))
        .isEqualTo("the key is \"\"c-t\"\", but must be the location, \"c-t\", without quotes: use a serializer of plain text for keys");
    assertThat(detail(new SensorDecoder(EventTime.DEFAULT), "sensors/c-t", utf8(READING)))
        .isEqualTo("the key is \"sensors/c-t\", but must be the location, \"c-t\"");
    assertThat(detail(new SensorDecoder(EventTime.DEFAULT), "C-T", utf8(READING)))
        .isEqualTo("the key is \"C-T\", but must be the location, \"c-t\": upper and lower case differ");
    assertThat(detail(new RegistryDecoder(), null, null)).contains("deletes the profile", "missing");
    assertThat(detail(new RegistryDecoder(), "a b", null)).contains("deletes the profile", "\"a b\"");
  }

  @Test
  void ofMovesAndProfiles() {
    assertThat(move(MOVE.replace("LOAD", "unload")))
        .isEqualTo("type is \"unload\", which is none of RECEIVE, UNLOAD, LOAD, MOVE, DELIVER: write it in capitals");
    assertThat(move(MOVE.replace("LOAD", "SELL"))).isEqualTo("type is \"SELL\", which is none of RECEIVE, UNLOAD, LOAD, MOVE, DELIVER");
    assertThat(move(MOVE.replace(",\"truck\":\"c-t\"", ""))).isEqualTo("truck is missing: there is type, time, goods, warehouse");
    assertThat(move("{\"type\":\"DELIVER\",\"time\":1795880280000,\"goods\":\"g\",\"warehouse\":\"w\",\"truck\":\"\"}"))
        .isEqualTo("truck is \"\", which is no identifier: leave it out where there is none");
    assertThat(move(MOVE.replace("\"w\"", "\"\""))).as("it has to be there").isEqualTo("warehouse is \"\", which is no identifier");
    assertThat(move("{\"type\":\"ObjectEvent\",\"action\":\"OBSERVE\",\"bizStep\":\"loading\",\"eventTime\":\"2026-11-28T12:00:00Z\",\"epcList\":[\"urn:epc:id:sgtin:1.2.3\"]}"))
        .isEqualTo("time is missing: there is type, action, bizStep, eventTime, epcList; this looks like an EPCIS event: send for each of its EPCs"
            + " a record of its own, whose type follows from bizStep");
    assertThat(move(READING)).endsWith("; this looks like a reading, which belongs to the sensors topic");
    assertThat(reading(MOVE)).endsWith("; this looks like a move, which belongs to the rfid topic");
    assertThat(reading(PROFILE)).endsWith("; this looks like a registration, which belongs to the registry topic");
    assertThat(profile(PROFILE.replace("[\"T2\"]", "\"T2\"")))
        .isEqualTo("categories must be an array of texts, but is the text \"T2\": write it in brackets, even if it is only one");
    assertThat(profile(PROFILE.replace("\"T2\"", "2"))).isEqualTo("an item of categories must be text, but is 2: write it with quotes");
    assertThat(profile(PROFILE.replace("1.5", "-1"))).isEqualTo("weight is -1, which is not within 0 to 1000000000 kg, in at most 1000 characters");
    assertThat(profile(PROFILE.replace("1.5", "1,\"useBy\":\"2026-12-24\""))).endsWith("convert dates to milliseconds since 1970");
  }

  @Test
  void ofWhatTheLawRefuses() {
    assertThat(LawDetail.tooLate(utf8("{\"time\":1795880280}")))
        .isEqualTo("time is 1795880280 (1970-01-21T18:51:20.280Z), more than the retention before one that came earlier"
            + "; are these seconds? time is in milliseconds");
    assertThat(LawDetail.tooLate(utf8(READING))).doesNotContain("seconds?");
    assertThat(LawDetail.tooManySeries()).contains("kongo.location.series", "same in each record");
  }

  @Test
  void ofConflicts() {
    assertThat(LawDetail.conflict(utf8("{\"value\":14.0}"), Optional.of(0.2)))
        .isEqualTo("its value is 14.0, but an earlier one with the same correction (0) says 0.2"
            + "; to correct that one send a higher correction, and give each device a sensor of its own");
    assertThat(LawDetail.conflict(utf8("{\"value\":14,\"correction\":3}"), Optional.empty()))
        .startsWith("its value is 14, but an earlier one with the same correction (3) says otherwise");
    assertThat(LawDetail.conflict(utf8("{\"void\":true}"), Optional.of(0.2))).startsWith("it is void, but").contains("says 0.2");
    assertThat(LawDetail.conflict(utf8("{\"type\":\"LOAD\",\"void\":true}"), Optional.empty()))
        .isEqualTo("it is void, but an earlier one with the same correction (0) is not; to correct that one send a higher correction");
    assertThat(LawDetail.conflict(utf8("{\"value\":1" + "0".repeat(300) + "}"), Optional.empty())).hasSizeLessThan(400);
  }

  @Test
  void isBoundedAndOnOneLine() {
    String endless = "\\n\\u0000\uD834\uDD1E".repeat(5_000);
    for (String from : new String[] {"1795880280000", "\"c-t\"", "21.5", "{\"time\"", "\"s1\""}) {
      for (String to : new String[] {'"' + endless + '"', "9".repeat(50_000), "\"x\":{\"" + endless, "x\n\r\u0001" + "\uD834\uDD1E".repeat(5_000)}) {
        String detail = reading(READING.replace(from, to));
        assertThat(detail).hasSizeLessThan(400).doesNotContainPattern("[\\x00-\\x1F]").isNotBlank();
      }
    }
  }

  private static String bytes(int... bytes) {
    byte[] value = new byte[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      value[i] = (byte) bytes[i];
    }
    return detail(new SensorDecoder(EventTime.DEFAULT), "c-t", value);
  }

  private static String reading(String value) {
    return detail(new SensorDecoder(EventTime.DEFAULT), "c-t", utf8(value));
  }

  private static String move(String value) {
    return detail(new RfidDecoder(EventTime.DEFAULT), "g", utf8(value));
  }

  private static String profile(String value) {
    return detail(new RegistryDecoder(), "g", utf8(value));
  }

  private static String detail(RecordDecoder<?> decoder, String key, byte[] value) {
    return refused(decoder, key, value).detail();
  }

  private static Refused<?> refused(RecordDecoder<?> decoder, String key, byte[] value) {
    Decoded<?> decoded = decoder.decode(key == null ? null : utf8(key), value, NOW);
    assertThat(decoded).isInstanceOf(Refused.class);
    return (Refused<?>) decoded;
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
