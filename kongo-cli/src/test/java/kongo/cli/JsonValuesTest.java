package kongo.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class JsonValuesTest {

  @Test
  void aPrettyPrintedValueIsOne() throws Exception {
    var pretty = "{\n  \"id\" : \"g\",\n  \"weight\" : 1.50\n}";
    assertThat(texts("\n" + pretty + "\n\n")).containsExactly(pretty);
  }

  @Test
  void severalInARowAreSeveralWhateverIsBetweenThem() throws Exception {
    assertThat(texts("{\"a\":1}\n{\"b\":2}")).containsExactly("{\"a\":1}", "{\"b\":2}");
    assertThat(texts("{\"a\":1}{\"b\":[{}]} \t\r\n [1, 2] 12 \"x\" null ")).containsExactly("{\"a\":1}", "{\"b\":[{}]}", "[1, 2]", "12", "\"x\"", "null");
    assertThat(texts(" \n ")).isEmpty();
  }

  @Test
  void eachIsAsItWasWritten() throws Exception {
    assertThat(texts("{\"v\":0.30000000000000004,\"v\":1e400,\"s\":\"\\u00e4ö水\"}")).containsExactly("{\"v\":0.30000000000000004,\"v\":1e400,\"s\":\"\\u00e4ö水\"}");
    assertThat(JsonValues.of("{}\n\n{\n}\n7")).extracting(JsonValues.Value::line).containsExactly(1, 3, 5);
  }

  @Test
  void whatIsNoJsonIsToldWithItsPlace() {
    assertThatThrownBy(() -> JsonValues.of("{\"a\":1}\n{'time':1}")).isInstanceOf(JsonValues.NotJson.class).hasMessageStartingWith("line 2, column ");
    assertThatThrownBy(() -> JsonValues.of("hello")).isInstanceOf(JsonValues.NotJson.class);
    assertThatThrownBy(() -> JsonValues.of("{\"a\":")).isInstanceOf(JsonValues.NotJson.class);
    assertThatThrownBy(() -> JsonValues.of("{\"a\":NaN}")).isInstanceOf(JsonValues.NotJson.class);
  }

  private static List<String> texts(String text) throws Exception {
    return JsonValues.of(text).stream().map(JsonValues.Value::text).toList();
  }
}
