package kongo.stream;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.typesafe.config.ConfigFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import kongo.goods.Expiry;
import kongo.goods.GoodsAt;
import kongo.goods.Move;
import kongo.goods.MoveBatch;
import kongo.goods.MoveType;
import kongo.goods.Stay;
import kongo.registry.GoodsProfile;
import kongo.registry.PlaceType;
import kongo.registry.Timeline;
import kongo.size.EncodedSize;
import kongo.violation.Cause;
import kongo.violation.Source;
import org.apache.pekko.actor.testkit.typed.javadsl.ActorTestKit;
import org.apache.pekko.serialization.jackson.JacksonObjectMapperProvider;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** The estimate of a size is never below what the real serializer writes, and not far above it. */
class EncodedSizeTest {

  private static final ActorTestKit KIT =
      ActorTestKit.create(
          "sizes", ConfigFactory.parseString("pekko.actor.provider = local").withFallback(ConfigFactory.load()));
  private static final ObjectMapper CBOR =
      JacksonObjectMapperProvider.get(KIT.system()).getOrCreate("jackson-cbor", Optional.empty());
  private static final int FRAME = 1 << 20;

  private final Random random = new Random(7);

  @AfterAll
  static void stop() {
    KIT.shutdownTestKit();
  }

  private String name(int length) {
    return random.ints(length, 'a', 'z').collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
  }

  private GoodsAt word(int stays, int categories, int nameLength) {
    List<Stay> all = new ArrayList<>();
    String place = name(nameLength);
    for (int i = 0; i < stays; i++) {
      long from = random.nextLong() & Long.MAX_VALUE;
      all.add(new Stay(place, PlaceType.WAREHOUSE, from, i % 3 == 0 ? Stay.OPEN : from + 1));
    }
    List<String> names = new ArrayList<>();
    for (int i = 0; i < categories; i++) {
      names.add(name(nameLength));
    }
    GoodsProfile profile = new GoodsProfile(random.nextLong() & Long.MAX_VALUE, names, GoodsProfile.NEVER);
    Cause cause = new Cause(name(nameLength), 4_711, Long.MAX_VALUE, Long.MAX_VALUE);
    return new GoodsAt(name(nameLength), Long.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE, Timeline.always(profile), all, new Expiry(Long.MAX_VALUE, Long.MAX_VALUE), cause);
  }

  @Test
  void wordsOfGoodsAreNotLongerThanEstimated() throws JsonProcessingException {
    for (int[] shape : new int[][] {{0, 0, 1}, {1, 3, 8}, {100, 0, 20}, {1_000, 5, 256}, {0, 456, 256}, {3, 2, 40}}) {
      GoodsAt word = word(shape[0], shape[1], shape[2]);
      int real = CBOR.writeValueAsBytes(word).length;
      assertThat(EncodedSize.of(word)).isBetween(real, real * 3 / 2 + 200);
    }
  }

  @Test
  void movesAreNotLongerThanEstimated() throws JsonProcessingException {
    List<Move> moves = new ArrayList<>();
    long[] numbers = new long[500];
    int estimated = 0;
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = Long.MAX_VALUE - i;
      moves.add(new Move(MoveType.UNLOAD, Long.MAX_VALUE - i, name(i % 256), name(i % 100)));
      estimated += EncodedSize.of(moves.get(i));
    }
    int real = CBOR.writeValueAsBytes(MoveBatch.ofOriginals(new Source("kongo.rfid", 3), moves, numbers, numbers, Long.MAX_VALUE)).length;
    assertThat(estimated).isBetween(real, real * 3 / 2 + 200);
  }

  /** 300 Goods of the largest legal profiles at one warehouse, and 100 containers that came there 1 000 times. */
  @Test
  void noAskComesNearTheFrameBetweenNodes() throws JsonProcessingException {
    LocationLine<String> line = new LocationLine<>("w", new AskLimits(100, 256 << 10, 16_000), true);
    for (int i = 0; i < 300; i++) {
      line.tell(word(1, 456, 256), List.of());
    }
    for (int i = 0; i < 100; i++) {
      line.tell(word(1_000, 0, 20), List.of());
    }
    int asks = 0;
    while (line.isReady()) {
      Ask.OfLocation ask = (Ask.OfLocation) line.next().ask();
      assertThat(CBOR.writeValueAsBytes(ask.command()).length).isLessThan(FRAME / 2);
      line.answered(ask);
      asks++;
    }
    assertThat(asks).isBetween(100, 300);
  }
}
