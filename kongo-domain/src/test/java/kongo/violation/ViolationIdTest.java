package kongo.violation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class ViolationIdTest {

  @Test
  void saysWhatItIsAbout() {
    assertThat(ViolationId.of("goods-1", "chilled", "truck-12", "s1", 7)).isEqualTo("goods-1/chilled/truck-12/s1/7");
    assertThat(ViolationId.of("g", "expired", "", "", -7)).isEqualTo("g/expired/-/-/-7");
    assertThat(ViolationId.of("urn:epc:id:sgtin:0614141.112345.a%2Fb", "a/b", "https://id.gs1.org/01/7", "\"\\~?#|$%", 7))
        .isEqualTo("urn:epc:id:sgtin:0614141.112345.a%252Fb/a%2Fb/https:%2F%2Fid.gs1.org%2F01%2F7/\"\\~?#|$%25/7");
  }

  /** With every part of up to three of the characters that an escape could be mixed up with. */
  @Test
  void isNeverTheSameForOthers() {
    List<String> parts = parts();
    HashSet<String> ids = new HashSet<>();
    for (String subject : parts) {
      for (String rule : parts) {
        assertThat(ids.add(ViolationId.of(subject, rule, "l", "", 1))).as("%s and %s", subject, rule).isTrue();
      }
    }
  }

  private static List<String> parts() {
    List<String> parts = new ArrayList<>();
    List<String> longer = List.of("");
    for (int length = 1; length <= 3; length++) {
      longer = longer.stream().flatMap(begin -> List.of("%", "/", "2", "5", "F").stream().map(begin::concat)).toList();
      parts.addAll(longer);
    }
    return parts;
  }
}
