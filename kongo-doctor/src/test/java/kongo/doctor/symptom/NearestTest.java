package kongo.doctor.symptom;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestTest {

  private static final List<String> METRICS = List.of("acceleration", "humidity", "illuminance", "temperature", "vibrationDisplacement");

  @ParameterizedTest
  @CsvSource({
    "Temperature, temperature", "gs1:Temperature, temperature", "temp, temperature", "temperature_c, temperature", "tempreture, temperature",
    "vibration-displacement, vibrationDisplacement", "hum, humidity", "humidty, humidity", "urn:x:HUMIDITY, humidity"
  })
  void isWhatAMetricMayMean(String name, String meant) {
    assertThat(Nearest.of(name, METRICS)).contains(meant);
  }

  @ParameterizedTest
  @CsvSource({"ozone", "te", "t", "door", "co2", "::"})
  void isNothingWhereNothingIsNear(String name) {
    assertThat(Nearest.of(name, METRICS)).isEmpty();
  }

  @Test
  void takesWhatDiffersByFewestLetters() {
    assertThat(Nearest.of("truck-l2", List.of("truck-1", "truck-12", "truck-34"))).contains("truck-12");
    assertThat(Nearest.of("TRUCK12", List.of("truck-1", "truck-12", "truck-34"))).contains("truck-12");
    assertThat(Nearest.of("t2", List.of("T1", "T2"))).contains("T2");
    assertThat(Nearest.of("T6", List.of("T1", "T2"))).isEmpty();
    assertThat(Nearest.of("COLD", List.of("DRY", "EDIBLE", "FRAGILE", "T2"))).isEmpty();
  }

  @Test
  void doesNotTakeWhatOnlyEndsAlike() {
    assertThat(Nearest.of("zone:1", List.of("dock:1"))).isEmpty();
    assertThat(Nearest.alike("goods-18", List.of("goods-17"))).isEmpty();
  }
}
