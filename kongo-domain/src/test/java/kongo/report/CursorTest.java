package kongo.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class CursorTest {

  @Test
  void isWhatItWasWritten() {
    SplittableRandom random = new SplittableRandom(3);
    for (int i = 0; i < 20_000; i++) {
      String key = random.ints(random.nextInt(12), ' ', 0x7F).collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
      Cursor cursor = new Cursor("aboard", key);
      assertThat(Cursor.parse(cursor.text())).as(key).contains(cursor);
      assertThat(Cursor.parse("aboard/" + key).map(Cursor::text).orElse("aboard/" + key)).as(key).isEqualTo("aboard/" + key);
    }
  }

  /** So it does not matter whether it is encoded for an address or put there as it is. */
  @Test
  void standsInAnAddressAsItIs() {
    Cursor cursor = new Cursor("violations", "urn:epc:id:sgtin:1.2.a%252Fb/cold/https:%2F%2Fid.gs1.org/\"\\~?#|$&+ ;=/7");
    assertThat(cursor.text()).matches("[A-Za-z0-9._:/~-]+");
    assertThat(URLDecoder.decode(cursor.text(), StandardCharsets.UTF_8)).isEqualTo(cursor.text());
    assertThat(URLDecoder.decode(URLEncoder.encode(cursor.text(), StandardCharsets.UTF_8), StandardCharsets.UTF_8)).isEqualTo(cursor.text());
  }

  @Test
  void isNothingElse() {
    for (String text : new String[] {"", "/", "/a", "aboard", "aboard/~", "aboard/~2", "aboard/~zz", "aboard/~7e", "aboard/~41", "aboard/a b", "aboard/\u00fc"}) {
      assertThat(Cursor.parse(text)).as(text).isEmpty();
    }
  }
}
