package kongo.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** That it reads what sensors usually send; that it reads it right is SensorDecoderTest's. */
class FlatObjectTest {

  private final FlatObject object = new FlatObject();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"time\":1795229550458,\"location\":\"truck-12\",\"metric\":\"temperature\",\"value\":-9.75,\"sensor\":\"s1\"}",
        "{\"value\":0.30000000000000004}",
        "{ \"value\" : 0.5,\n  \"unit\" : \"m/s\" }",
      })
  void readsPlainFieldsInAnyOrderAndLayout(String value) {
    assertThat(isReadWhole(value)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", "{", "{}", "[1]", "{\"a\":1", "{\"a\":1}}", "{\"a\":1} ", "{\"a\":1,}", "{\"a\":}", "{\"a\":01}", "{\"a\":1.}",
        "{\"a\":.5}", "{\"a\":-}", "{\"a\":1e3}", "{\"a\":12345678901234567890123456}", "{\"a\":null}", "{\"a\":{}}", "{\"a\":\"\\n\"}",
        "{\"a\":\"\u0001\"}", "{\"a\":\"ä\"}", "{\"a\":\"b}", "{a:1}",
      })
  void givesUpOnAllElse(String value) {
    assertThat(isReadWhole(value)).isFalse();
  }

  @Test
  void standsAtOneFieldAfterTheOther() {
    object.open(bytes("{\"a\":12.50,\"bc\":\"text\"}"));

    assertThat(object.next()).isTrue();
    assertThat(object.isNamed(bytes("a"))).isTrue();
    assertThat(object.isInteger()).isFalse();
    assertThat(object.number()).isEqualTo(12.5);
    assertThat(object.next()).isTrue();
    assertThat(object.isNamed(bytes("bc"))).isTrue();
    assertThat(object.isNamed(bytes("b"))).isFalse();
    assertThat(object.identifier(new IdentifierCache())).isEqualTo("text");
    assertThat(object.next()).isFalse();
    assertThat(object.isWhole()).isTrue();
  }

  private boolean isReadWhole(String value) {
    object.open(bytes(value));
    int fields = 0;
    while (object.next()) {
      fields++;
    }
    return fields > 0 && object.isWhole();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
