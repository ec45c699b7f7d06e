package kongo.size;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.typesafe.config.ConfigFactory;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import kongo.actors.Answer;
import kongo.goods.Expiry;
import kongo.goods.ExpiryEvidence;
import kongo.goods.GoodsAt;
import kongo.goods.GoodsReply;
import kongo.goods.GoodsReport;
import kongo.goods.Stay;
import kongo.goods.Told;
import kongo.goods.Untold;
import kongo.location.LocationReply;
import kongo.location.LocationReport;
import kongo.location.Reading;
import kongo.location.Unheard;
import kongo.registry.GoodsProfile;
import kongo.registry.PlaceAt;
import kongo.registry.PlaceProfile;
import kongo.registry.PlaceType;
import kongo.registry.Timeline;
import kongo.report.Cursor;
import kongo.violation.Cause;
import kongo.violation.Kind;
import kongo.violation.Limit;
import kongo.violation.Refusal;
import kongo.violation.Severity;
import kongo.violation.Status;
import kongo.violation.Violation;
import org.apache.pekko.actor.testkit.typed.javadsl.ActorTestKit;
import org.apache.pekko.serialization.jackson.JacksonObjectMapperProvider;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** What an answer is estimated to take is never below what the real serializer writes, and not far above it. */
class AnswerSizeTest {

  private static final ActorTestKit KIT =
      ActorTestKit.create(
          "answers", ConfigFactory.parseString("pekko.actor.provider = local").withFallback(ConfigFactory.load()));
  private static final ObjectMapper CBOR =
      JacksonObjectMapperProvider.get(KIT.system()).getOrCreate("jackson-cbor", Optional.empty());
  private static final long LARGE = Long.MAX_VALUE;
  private static final Cause CAUSE = new Cause("t".repeat(30), Integer.MAX_VALUE, LARGE, LARGE);
  private static final String NAME = "n".repeat(40);
  private static final Optional<Cursor> CURSOR = Optional.of(new Cursor("violations", (NAME + "/").repeat(4) + Long.MIN_VALUE));
  private static final PlaceProfile PLACE =
      new PlaceProfile(PlaceType.WAREHOUSE, "\u4ed3\u5e93 \ud83d\ude9a", 1.1, -1.1, List.of(NAME, NAME + "x"), LARGE);
  private static final Limit LIMIT =
      Limit.ofBounds(OptionalDouble.of(1.1), OptionalDouble.of(1.1), OptionalDouble.of(1.1), OptionalDouble.of(1.1));

  @AfterAll
  static void stop() {
    KIT.shutdownTestKit();
  }

  private static void check(Answer answer, long estimated) {
    try {
      int real = CBOR.writeValueAsBytes(answer).length;
      assertThat(estimated).as("%s", answer.getClass()).isBetween((long) real, real * 7L / 4 + 200);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static <T> List<T> many(int count, T one) {
    return IntStream.range(0, count).mapToObj(i -> one).toList();
  }

  private static GoodsAt word(int stays) {
    GoodsProfile profile = new GoodsProfile(LARGE, List.of(NAME), LARGE);
    return new GoodsAt(NAME, LARGE, LARGE, LARGE, LARGE, Timeline.always(profile), stays(stays), new Expiry(LARGE, LARGE), CAUSE);
  }

  private static List<Stay> stays(int count) {
    return many(count, new Stay(NAME, PlaceType.WAREHOUSE, LARGE, LARGE - 1));
  }

  private static List<Refusal> refusals(int count) {
    return many(count, new Refusal(LARGE, Refusal.Reason.TOO_MANY_SERIES));
  }

  private static Violation violation(boolean of) {
    return new Violation(
        NAME + NAME, Status.RETRACTED, Kind.ENVIRONMENT, Severity.MAJOR, NAME, of ? NAME : null, NAME, of ? NAME : null, NAME, of ? LARGE : null, LARGE,
        of ? LARGE : null, of ? LARGE : null, of ? 1.1 : null, of ? LIMIT : null, many(3, NAME));
  }

  @Test
  void repliesOfGoods() {
    for (int count : new int[] {0, 1, 30}) {
      List<Told> told = many(count, new Told(NAME, word(count)));
      GoodsReply reply =
          new GoodsReply(
              refusals(count), Integer.MAX_VALUE, told, many(count, new Untold(NAME, LARGE)),
              Optional.of(new PlaceAt(LARGE, Timeline.always(PLACE), CAUSE)));
      check(new Answer.GoodsTook(reply), EncodedSize.of(reply));
    }
  }

  @Test
  void repliesOfLocations() {
    for (int count : new int[] {0, 1, 100}) {
      LocationReply reply =
          new LocationReply(
              refusals(count), Integer.MAX_VALUE, many(count, new ExpiryEvidence(NAME, NAME, LARGE, LARGE, CAUSE)), true,
              many(count, new Unheard(NAME, CAUSE)));
      check(new Answer.LocationTook(reply), EncodedSize.of(reply));
    }
  }

  @Test
  void reports() {
    for (int count : new int[] {0, 1, 100}) {
      List<Violation> violations = many(count, violation(count > 1));
      GoodsReport goods =
          new GoodsReport(NAME, LARGE, LARGE, word(0).profile().last().orElseThrow(), Optional.of(stays(1).get(0)), stays(count), violations, CURSOR);
      check(new Answer.GoodsSeen(goods), EncodedSize.of(goods));
      LocationReport location =
          new LocationReport(
              NAME, LARGE, LARGE, Optional.of(PLACE), LARGE, Integer.MAX_VALUE, many(count, NAME), many(count, new Reading(NAME, NAME, LARGE, 1.1)), violations, CURSOR);
      check(new Answer.LocationSeen(location), EncodedSize.of(location));
    }
  }
}
