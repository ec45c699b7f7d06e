package kongo.protocol;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** Writes JSON text into a buffer that is used again for every value. Not thread-safe. */
public final class JsonBytes {

  /** More decimals than this are left to {@link Double#toString(double)}. */
  private static final double DECIMALS = 1_000;

  private static final double EXACT = 1e15;
  private static final int LONGEST_NUMBER = 32;

  private byte[] buffer = new byte[512];
  private int length;
  private boolean first;

  public JsonBytes open() {
    length = 0;
    return openObject();
  }

  private JsonBytes openObject() {
    first = true;
    return put('{');
  }

  /** The finished value; the writer can be used for the next one. */
  public byte[] close() {
    put('}');
    return Arrays.copyOf(buffer, length);
  }

  public JsonBytes field(String name, String text) {
    name(name);
    return string(text);
  }

  public JsonBytes field(String name, long number) {
    name(name);
    return integer(number);
  }

  public JsonBytes field(String name, double number) {
    name(name);
    return decimal(number);
  }

  public JsonBytes field(String name, List<String> texts) {
    name(name);
    put('[');
    for (int i = 0; i < texts.size(); i++) {
      if (i > 0) {
        put(',');
      }
      string(texts.get(i));
    }
    return put(']');
  }

  public JsonBytes nullField(String name) {
    name(name);
    return ascii("null");
  }

  /** Begins an object inside of this one; {@link #closeField()} ends it. */
  JsonBytes openField(String name) {
    name(name);
    return openObject();
  }

  JsonBytes closeField() {
    first = false;
    return put('}');
  }

  private void name(String name) {
    if (!first) {
      put(',');
    }
    first = false;
    put('"').ascii(name).put('"').put(':');
  }

  private JsonBytes string(String text) {
    put('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || c > '~' || c == '"' || c == '\\') {
        return escaped(text, i).put('"');
      }
      put(c);
    }
    return put('"');
  }

  private JsonBytes escaped(String text, int from) {
    StringBuilder escaped = new StringBuilder();
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ') {
        escaped.append(String.format("\\u%04x", (int) c));
      } else if (c == '"' || c == '\\') {
        escaped.append('\\').append(c);
      } else {
        escaped.append(c);
      }
    }
    return bytes(escaped.toString().getBytes(StandardCharsets.UTF_8));
  }

  /** The shortest text that is read back as the same double, integers without a fraction. */
  private JsonBytes decimal(double number) {
    double scaled = Math.rint(number * DECIMALS);
    // Below 10^15 both are exact, so the quotient is the double nearest to the decimal that is written.
    if (Math.abs(scaled) < EXACT && scaled / DECIMALS == number) {
      return fixed((long) scaled);
    }
    if (!Double.isFinite(number)) {
      throw new IllegalArgumentException("JSON has no " + number);
    }
    return ascii(Double.toString(number));
  }

  private JsonBytes fixed(long thousandths) {
    if (thousandths < 0) {
      put('-');
    }
    long magnitude = Math.abs(thousandths);
    integer(magnitude / 1000);
    int fraction = (int) (magnitude % 1000);
    if (fraction != 0) {
      put('.').put((char) ('0' + fraction / 100));
      if (fraction % 100 != 0) {
        put((char) ('0' + fraction / 10 % 10));
      }
      if (fraction % 10 != 0) {
        put((char) ('0' + fraction % 10));
      }
    }
    return this;
  }

  private JsonBytes integer(long number) {
    if (number == Long.MIN_VALUE) {
      return ascii(Long.toString(number));
    }
    reserve(LONGEST_NUMBER);
    long rest = Math.abs(number);
    int digits = 1;
    for (long power = 10; digits < 19 && power <= rest; power *= 10) {
      digits++;
    }
    if (number < 0) {
      buffer[length++] = '-';
    }
    for (int i = length + digits - 1; i >= length; i--) {
      buffer[i] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
    length += digits;
    return this;
  }

  private JsonBytes put(char c) {
    reserve(1);
    buffer[length++] = (byte) c;
    return this;
  }

  @SuppressWarnings("deprecation") // the one way to copy ASCII without an encoder
  private JsonBytes ascii(String text) {
    reserve(text.length());
    text.getBytes(0, text.length(), buffer, length);
    length += text.length();
    return this;
  }

  private JsonBytes bytes(byte[] bytes) {
    reserve(bytes.length);
    System.arraycopy(bytes, 0, buffer, length, bytes.length);
    length += bytes.length;
    return this;
  }

  private void reserve(int more) {
    if (length + more > buffer.length) {
      buffer = Arrays.copyOf(buffer, Math.max(length + more, 2 * buffer.length));
    }
  }
}
