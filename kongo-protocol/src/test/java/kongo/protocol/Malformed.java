package kongo.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** What no input topic takes, whatever its fields are. */
final class Malformed {

  private Malformed() {}

  /** @param valid a usable value without white space at its end */
  static <T> void assertRefused(RecordDecoder<T> decoder, String key, String valid, long now) {
    Check<T> check = new Check<>(decoder, key, now);
    check.usable(utf8(valid));
    aroundTheValue(check, valid);
    encodings(check, valid);
    sizeAndDepth(check, valid);
    keys(check, decoder, valid, now);
  }

  private static <T> void aroundTheValue(Check<T> check, String valid) {
    check.usable(utf8(" \t\r\n" + valid + " \t\r\n"));
    check.refused(Reason.NOT_JSON, utf8(""));
    check.refused(Reason.NOT_JSON, utf8("   "));
    check.refused(Reason.NOT_JSON, utf8("hello"));
    check.refused(Reason.NOT_JSON, utf8(valid + "{}"));
    check.refused(Reason.NOT_JSON, utf8(valid + valid));
    check.refused(Reason.NOT_JSON, utf8(valid + "\0"));
    check.refused(Reason.NOT_JSON, utf8(valid + ","));
    check.refused(Reason.NOT_JSON, utf8("[" + valid));
    check.refused(Reason.NOT_JSON, utf8(with(valid, "\"x\":\"a\nb\"")));
    for (String value : new String[] {"null", "true", "12", "\"text\"", "[]", "[" + valid + "]"}) {
      check.refused(Reason.WRONG_TYPE, utf8(value));
    }
    check.refused(Reason.NOT_JSON, utf8("\"text"));
    check.refused(Reason.NOT_JSON, utf8("\"\\x\""));
  }

  private static <T> void encodings(Check<T> check, String valid) {
    check.refused(Reason.NOT_JSON, utf8("\uFEFF" + valid));
    for (String charset : new String[] {"UTF-16BE", "UTF-16LE", "UTF-16", "UTF-32BE", "UTF-32LE"}) {
      check.refused(Reason.NOT_JSON, valid.getBytes(Charset.forName(charset)));
    }
    check.usable(utf8(with(valid, "\"x\":\"é€𝄞\",\"é€𝄞\":1")));
    check.usable(utf8(with(valid, "\"x\":\"\\ud800\"")));
    check.refused(Reason.NOT_JSON, latin1(with(valid, "\"x\":\"\u00e9\"")));
    check.refused(Reason.NOT_JSON, latin1(with(valid, "\"x\":\"\u00c0\u00af\"")));
    check.refused(Reason.NOT_JSON, latin1(with(valid, "\"x\":\"\u00ed\u00a0\u0080\"")));
    check.refused(Reason.NOT_JSON, latin1(with(valid, "\"x\":\"\u00f5\u0080\u0080\u0080\"")));
  }

  private static <T> void sizeAndDepth(Check<T> check, String valid) {
    String largest = with(valid, "\"x\":\"" + "x".repeat(65_536 - valid.length() - 7) + "\"");
    assertThat(largest).hasSize(65_536);
    check.usable(utf8(largest));
    check.refused(Reason.TOO_LARGE, utf8(largest + " "));
    check.usable(utf8(with(valid, "\"x\":" + "[".repeat(99) + "]".repeat(99))));
    check.refused(Reason.NESTED_TOO_DEEP, utf8(with(valid, "\"x\":" + "[".repeat(100) + "]".repeat(100))));
    check.refused(Reason.NESTED_TOO_DEEP, utf8("[".repeat(65_536)));
    check.usable(utf8(with(valid, "\"" + "n".repeat(60_000) + "\":" + "1")));
    check.usable(utf8(with(valid, "\"x\":1e-" + "9".repeat(60_000))));
  }

  private static <T> void keys(Check<T> check, RecordDecoder<T> decoder, String valid, long now) {
    assertThat(refusal(decoder.decode(null, utf8(valid), now))).isEqualTo(Reason.KEY_MISMATCH);
    for (String key : new String[] {"", "-", "other", check.key + " ", check.key.substring(1)}) {
      assertThat(refusal(decoder.decode(utf8(key), utf8(valid), now))).isEqualTo(Reason.KEY_MISMATCH);
    }
  }

  static Reason refusal(Decoded<?> decoded) {
    assertThat(decoded).isInstanceOf(Decoded.Refused.class);
    return ((Decoded.Refused<?>) decoded).reason();
  }

  private static String with(String valid, String field) {
    return "{" + field + "," + valid.substring(1);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] latin1(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private record Check<T>(RecordDecoder<T> decoder, String key, long now) {

    void usable(byte[] value) {
      assertThat(decoder.decode(utf8(key), value, now)).isInstanceOf(Decoded.Usable.class);
    }

    void refused(Reason reason, byte[] value) {
      assertThat(refusal(decoder.decode(utf8(key), value, now)))
          .as(() -> new String(value, 0, Math.min(value.length, 200), StandardCharsets.ISO_8859_1))
          .isEqualTo(reason);
    }
  }
}
