package kongo.host.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigParseOptions;
import com.typesafe.config.ConfigResolveOptions;
import com.typesafe.config.ConfigValueFactory;
import java.io.File;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** hocon/node.conf documents what is accepted, all of it and nothing else. */
class DocumentedSettingsTest {

  private static final List<String> PASSED_THROUGH =
      List.of("kongo.kafka.client", "kongo.kafka.consumer", "kongo.kafka.sensors-consumer", "kongo.kafka.producer");

  private static Config documented() {
    var file = new File("../hocon/node.conf");
    return ConfigFactory.parseFile(file, ConfigParseOptions.defaults().setAllowMissing(false))
        .resolve(ConfigResolveOptions.noSystem().setAllowUnresolved(true));
  }

  static Stream<String> keys() {
    return documented().entrySet().stream().map(Map.Entry::getKey).filter(key -> !key.contains(".replication.")).sorted();
  }

  /** Of the modules that a node is put together from. */
  static Stream<String> innerKeys() {
    return ConfigFactory.defaultReferenceUnresolved().withOnlyPath("kongo").entrySet().stream()
        .map(Map.Entry::getKey)
        .filter(key -> !documented().hasPathOrNull(key) && PASSED_THROUGH.stream().noneMatch(key::startsWith))
        .sorted();
  }

  @Test
  void theDefaultsAreAccepted() {
    assertThat(NodeConfig.load(documented()).settings()).isEqualTo(NodeConfig.load(ConfigFactory.empty()).settings());
  }

  @ParameterizedTest
  @MethodSource("keys")
  void everyDocumentedKeyIsReadAndValidated(String key) {
    assertThatThrownBy(() -> NodeConfig.load(given(key, List.of(Map.of("no", "value")))))
        .isInstanceOf(InvalidSettingsException.class)
        .hasMessageContaining(key);
  }

  @ParameterizedTest
  @MethodSource("keys")
  void everyKeyHasAComment(String key) {
    assertThat(documented().getValue(key).origin().comments().isEmpty() && parent(key).isEmpty()).as(key).isFalse();
  }

  private static List<String> parent(String key) {
    String above = key.substring(0, key.lastIndexOf('.'));
    return documented().getValue(above).origin().comments();
  }

  @ParameterizedTest
  @MethodSource("innerKeys")
  void whatIsNotDocumentedIsRefused(String key) {
    assertThatThrownBy(() -> NodeConfig.load(given(key, documentedOrNot(key)))).hasMessageContaining(key + " is not a setting");
  }

  private static Object documentedOrNot(String key) {
    return ConfigFactory.load().getValue(key).unwrapped();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"kongo.kafka.client", "kongo.kafka.consumer", "kongo.kafka.sensors-consumer", "kongo.kafka.producer"})
  void kafkasOwnNamesArePassedThrough(String part) {
    assertThat(NodeConfig.load(given(part + ".fetch.min.bytes", 7)).config().getInt(part + ".fetch.min.bytes")).isEqualTo(7);
    assertThatThrownBy(() -> NodeConfig.load(given(part + "s.fetch.min.bytes", 7))).hasMessageContaining("is not a setting");
  }

  @Test
  void theDefaultsOfThePartsAreTheDocumentedOnes() {
    Config reference = ConfigFactory.defaultReference();
    keys().filter(reference::hasPath).filter(key -> !key.startsWith("kongo.kafka")).forEach(
        key -> assertThat(documented().getValue(key).unwrapped()).as(key).isEqualTo(reference.getValue(key).unwrapped()));
  }

  private static Config given(String key, Object value) {
    return ConfigFactory.empty().withValue(key, ConfigValueFactory.fromAnyRef(value));
  }
}
