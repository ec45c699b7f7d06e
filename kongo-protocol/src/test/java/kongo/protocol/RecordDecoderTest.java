package kongo.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

/** That whatever a decoder fails with becomes a dead letter. */
class RecordDecoderTest {

  private static final byte[] KEY = {'k'};

  /** Keeps the first byte of each record until the next one, and fails where it is told to. */
  private static final class Failing extends RecordDecoder<Integer> {

    private final Runnable failure;
    private int kept;

    Failing(Runnable failure) {
      this.failure = failure;
    }

    @Override
    public Set<String> fields() {
      return Set.of();
    }

    @Override
    Integer read(byte[] key, byte[] value, long timestamp) {
      kept += value[0];
      if (value[0] == 0) {
        failure.run();
      }
      return kept;
    }

    @Override
    void forget() {
      kept = 0;
    }
  }

  @Test
  void makesADeadLetterOfItsOwnFailures() {
    assertNamed(() -> { throw new ArrayIndexOutOfBoundsException("17"); }, "ArrayIndexOutOfBoundsException: 17");
    assertNamed(() -> { throw new StackOverflowError(); }, "StackOverflowError");
    assertNamed(() -> { throw new NullPointerException(); }, "NullPointerException");
  }

  @Test
  void forgetsWhatAFailureLeftBehind() {
    Failing decoder = new Failing(() -> { throw new IllegalStateException(); });
    decoder.decode(KEY, new byte[] {5}, 0);
    decoder.decode(KEY, new byte[] {0}, 0);
    assertThat(decoder.decode(KEY, new byte[] {1}, 0)).isEqualTo(new Decoded.Usable<>(1));
  }

  private static void assertNamed(Runnable failure, String words) {
    Decoded<Integer> decoded = new Failing(failure).decode(KEY, new byte[] {0}, 0);
    assertThat(decoded).isInstanceOf(Decoded.Refused.class);
    Decoded.Refused<Integer> refused = (Decoded.Refused<Integer>) decoded;
    assertThat(refused.reason()).isEqualTo(Reason.FAILED);
    assertThat(refused.detail()).contains("bug in Kongo", words);
    assertThat(refused.bug()).isPresent();
  }
}
