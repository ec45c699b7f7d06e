package kongo.protocol;

import static kongo.protocol.Malformed.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalLong;
import kongo.registry.GoodsProfile;
import kongo.registry.PlaceProfile;
import kongo.registry.PlaceType;
import kongo.registry.Registration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegistryDecoderTest {

  private final RegistryDecoder decoder = new RegistryDecoder();

  @Test
  void readsGoods() {
    assertThat(decode("{`type`:`GOODS`,`id`:`id-1`,`weight`:1.5,`categories`:[`T2`,`DRY`,`T2`],`useBy`:-5}"))
        .isEqualTo(usable(new GoodsProfile(1_500, List.of("DRY", "T2"), -5)));
    assertThat(decode("{`type`:`GOODS`,`id`:`id-1`}")).isEqualTo(usable(GoodsProfile.NONE));
    assertThat(decode("{`type`:`GOODS`,`id`:`id-1`,`weight`:null,`categories`:null,`useBy`:null}"))
        .isEqualTo(usable(GoodsProfile.NONE));
  }

  @Test
  void readsTheRouteOfGoods() {
    assertThat(decode("{`type`:`GOODS`,`id`:`id-1`,`route`:[`w-2`,`w-1`,`w-2`]}"))
        .isEqualTo(usable(new GoodsProfile(0, List.of(), GoodsProfile.NEVER, List.of("w-1", "w-2"))));
    assertThat(decode("{`type`:`GOODS`,`id`:`id-1`,`route`:null}")).isEqualTo(usable(GoodsProfile.NONE));
    assertThat(refusal(decode("{`type`:`GOODS`,`id`:`id-1`,`route`:[]}"))).isEqualTo(Reason.OUT_OF_RANGE);
    assertThat(refusal(decode("{`type`:`GOODS`,`id`:`id-1`,`route`:`w-1`}"))).isEqualTo(Reason.WRONG_TYPE);
    assertThat(refusal(decode("{`type`:`GOODS`,`id`:`id-1`,`route`:[`w 1`]}"))).isEqualTo(Reason.INVALID_IDENTIFIER);
  }

  @Test
  void readsFromWhenOnItHolds() {
    assertThat(decode("{`type`:`GOODS`,`id`:`id-1`,`from`:0}")).isEqualTo(usable(GoodsProfile.NONE, OptionalLong.of(0)));
    assertThat(decode("{`type`:`GOODS`,`id`:`id-1`,`from`:9223372036854775807}"))
        .isEqualTo(usable(GoodsProfile.NONE, OptionalLong.of(Long.MAX_VALUE)));
    assertThat(decode("{`type`:`GOODS`,`id`:`id-1`,`from`:null}")).isEqualTo(usable(GoodsProfile.NONE));
  }

  @Test
  void readsPlaces() {
    assertThat(decode("{`type`:`TRUCK`,`id`:`id-1`,`name`:`Ü`,`x`:1.5,`y`:-2,`categories`:[`T2`],`maxWeight`:7}"))
        .isEqualTo(usable(new PlaceProfile(PlaceType.TRUCK, "Ü", 1.5, -2, List.of("T2"), 7_000)));
    assertThat(decode("{`type`:`TRUCK`,`id`:`id-1`}"))
        .isEqualTo(usable(new PlaceProfile(PlaceType.TRUCK, "", 0, 0, List.of(), PlaceProfile.UNLIMITED)));
    assertThat(decode("{`type`:`WAREHOUSE`,`id`:`id-1`,`name`:``}"))
        .isEqualTo(usable(new PlaceProfile(PlaceType.WAREHOUSE, "", 0, 0, List.of(), PlaceProfile.UNLIMITED)));
  }

  @Test
  void ignoresTheFieldsOfOtherTypes() {
    assertThat(decode("{`type`:`WAREHOUSE`,`id`:`id-1`,`maxWeight`:`heavy`,`weight`:-1,`useBy`:`never`}"))
        .isEqualTo(usable(new PlaceProfile(PlaceType.WAREHOUSE, "", 0, 0, List.of(), PlaceProfile.UNLIMITED)));
    assertThat(decode("{`type`:`GOODS`,`id`:`id-1`,`name`:1,`x`:[],`y`:1e999,`maxWeight`:-1}"))
        .isEqualTo(usable(GoodsProfile.NONE));
  }

  @Test
  void replacesHalvesOfSurrogatePairs() {
    assertThat(decode("{`type`:`WAREHOUSE`,`id`:`id-1`,`name`:`a\\ud800b\\ud834\\udd1e`}"))
        .isEqualTo(usable(new PlaceProfile(PlaceType.WAREHOUSE, "a\uFFFDb𝄞", 0, 0, List.of(), PlaceProfile.UNLIMITED)));
  }

  @Test
  void readsANullValueAsADeletion() {
    assertThat(decoder.decode(bytes("id-1"), null, 0)).isEqualTo(usable(Registration.DELETED));
    assertThat(refusal(decoder.decode(null, null, 0))).isEqualTo(Reason.INVALID_IDENTIFIER);
    assertThat(refusal(decoder.decode(bytes("-"), null, 0))).isEqualTo(Reason.INVALID_IDENTIFIER);
    assertThat(refusal(decoder.decode(bytes("é"), null, 0))).isEqualTo(Reason.INVALID_IDENTIFIER);
  }

  @ParameterizedTest
  @CsvSource({
    "0.0005, 1",
    "0.00049999999999999999999999, 0",
    "0.0015, 2",
    "2.6755, 2676",
    "1e3, 1000000",
    "1E-3, 1",
    "5e-4, 1",
    "4.9e-4, 0",
    "1e-999999999, 0",
    "1e-99999999999999999999, 0",
    "0e99999999999999999999, 0",
    "-0, 0",
    "-0.000, 0",
    "1000000000, 1000000000000",
    "1e9, 1000000000000",
    "0.0000001e16, 1000000000000",
    "999999999.9995, 1000000000000",
    "999999999.99949, 999999999999",
    "1000000000.000, 1000000000000",
    "0.1, 100",
    "12.3456, 12346",
  })
  void takesWeightsToTheGramHalfUp(String written, long grams) {
    assertThat(decode("{`type`:`GOODS`,`id`:`id-1`,`weight`:" + written + "}"))
        .isEqualTo(usable(new GoodsProfile(grams, List.of(), GoodsProfile.NEVER)));
  }

  @Test
  void takesWeightsOfAThousandCharacters() {
    String longest = "0.0" + "1".repeat(997);
    assertThat(decode("{`type`:`GOODS`,`id`:`id-1`,`weight`:" + longest + "}"))
        .isEqualTo(usable(new GoodsProfile(11, List.of(), GoodsProfile.NEVER)));
    assertThat(refusal(decode("{`type`:`GOODS`,`id`:`id-1`,`weight`:" + longest + "1}"))).isEqualTo(Reason.OUT_OF_RANGE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "`type`:`GOODS`|MISSING_FIELD",
        "`id`:`id-1`|MISSING_FIELD",
        "`id`:`id-1`,`type`:`SHIP`|OUT_OF_RANGE",
        "`id`:`id-1`,`type`:1|WRONG_TYPE",
        "`id`:1,`type`:`GOODS`|WRONG_TYPE",
        "`id`:`id 1`,`type`:`GOODS`|INVALID_IDENTIFIER",
        "`id`:`id-2`,`type`:`GOODS`|KEY_MISMATCH",
        "`id`:`id-1`,`type`:`GOODS`,`weight`:`1`|WRONG_TYPE",
        "`id`:`id-1`,`type`:`GOODS`,`weight`:-0.0001|OUT_OF_RANGE",
        "`id`:`id-1`,`type`:`GOODS`,`weight`:-1e-99999999999|OUT_OF_RANGE",
        "`id`:`id-1`,`type`:`GOODS`,`weight`:1000000000.0000000001|OUT_OF_RANGE",
        "`id`:`id-1`,`type`:`GOODS`,`weight`:1e999999999|OUT_OF_RANGE",
        "`id`:`id-1`,`type`:`GOODS`,`weight`:1e99999999999999999999|OUT_OF_RANGE",
        "`id`:`id-1`,`type`:`GOODS`,`categories`:`T1`|WRONG_TYPE",
        "`id`:`id-1`,`type`:`GOODS`,`categories`:[1]|WRONG_TYPE",
        "`id`:`id-1`,`type`:`GOODS`,`categories`:[null]|WRONG_TYPE",
        "`id`:`id-1`,`type`:`GOODS`,`categories`:[[`T1`]]|WRONG_TYPE",
        "`id`:`id-1`,`type`:`GOODS`,`categories`:[``]|INVALID_IDENTIFIER",
        "`id`:`id-1`,`type`:`GOODS`,`useBy`:1.0|WRONG_TYPE",
        "`id`:`id-1`,`type`:`GOODS`,`useBy`:9223372036854775808|OUT_OF_RANGE",
        "`id`:`id-1`,`type`:`GOODS`,`from`:-1|OUT_OF_RANGE",
        "`id`:`id-1`,`type`:`GOODS`,`from`:9223372036854775808|OUT_OF_RANGE",
        "`id`:`id-1`,`type`:`WAREHOUSE`,`from`:`now`|WRONG_TYPE",
        "`id`:`id-1`,`type`:`TRUCK`,`maxWeight`:-1|OUT_OF_RANGE",
        "`id`:`id-1`,`type`:`TRUCK`,`maxWeight`:true|WRONG_TYPE",
        "`id`:`id-1`,`type`:`TRUCK`,`name`:1|WRONG_TYPE",
        "`id`:`id-1`,`type`:`WAREHOUSE`,`x`:`1`|WRONG_TYPE",
        "`id`:`id-1`,`type`:`WAREHOUSE`,`y`:1e999|OUT_OF_RANGE",
        "`id`:`id-1`,`type`:`WAREHOUSE`,`categories`:{}|WRONG_TYPE",
        "`id`:`id 1`,`type`:`GOODS`,`weight`:-1,`categories`:[``,7]|WRONG_TYPE",
        "`id`:`id 1`,`type`:`GOODS`,`weight`:-1,`categories`:[``]|OUT_OF_RANGE",
        "`id`:`id-2`,`type`:`GOODS`,`categories`:[``]|INVALID_IDENTIFIER",
        "`id`:`id 1`,`type`:`SHIP`,`weight`:true|OUT_OF_RANGE",
      })
  void refuses(String fields, Reason reason) {
    assertThat(refusal(decode("{" + fields + "}"))).isEqualTo(reason);
  }

  @Test
  void refusesWhatIsMalformedForEveryTopic() {
    Malformed.assertRefused(decoder, "id-1", "{\"type\":\"GOODS\",\"id\":\"id-1\"}", 0);
  }

  private Decoded<RegistryRecord> decode(String value) {
    return decoder.decode(bytes("id-1"), bytes(value.replace('`', '"')), 0);
  }

  private static Decoded<RegistryRecord> usable(Registration registration, OptionalLong from) {
    return new Decoded.Usable<>(new RegistryRecord("id-1", registration, from));
  }

  private static Decoded<RegistryRecord> usable(Registration registration) {
    return new Decoded.Usable<>(new RegistryRecord("id-1", registration));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
