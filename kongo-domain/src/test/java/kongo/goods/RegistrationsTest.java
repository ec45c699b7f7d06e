package kongo.goods;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalLong;
import kongo.goods.GoodsCommand.TakeRegistration;
import kongo.registry.GoodsProfile;
import kongo.registry.PlaceAt;
import kongo.registry.PlaceProfile;
import kongo.registry.PlaceType;
import kongo.registry.Registration;
import kongo.registry.Timeline;
import kongo.violation.Decision;
import kongo.violation.Refusal;
import kongo.violation.Source;
import org.junit.jupiter.api.Test;

/** What the records of an id in the registry say of which times (section 2 of docs/semantics.md). */
class RegistrationsTest {

  private static final OptionalLong NO_WORD = OptionalLong.empty();
  private static final GoodsProfile MILK = new GoodsProfile(1_000, List.of("T2"), 500);
  private static final GoodsProfile PAINT = new GoodsProfile(2_000, List.of("HAZARDOUS"), GoodsProfile.NEVER);
  private static final PlaceProfile TRUCK = new PlaceProfile(PlaceType.TRUCK, "", 0, 0, List.of(), 7_000);
  private static final PlaceProfile WAREHOUSE = new PlaceProfile(PlaceType.WAREHOUSE, "", 0, 0, List.of(), PlaceProfile.UNLIMITED);

  private GoodsState tag = GoodsState.empty("tag", new GoodsSettings(1_000_000));

  @Test
  void theFirstValueHoldsSinceEver() {
    take(1, 100, MILK, NO_WORD);

    assertThat(profile()).isEqualTo(Timeline.always(MILK));
  }

  @Test
  void aLaterOneHoldsFromItsTimestampOn() {
    take(1, 100, MILK, NO_WORD);
    take(2, 300, PAINT, NO_WORD);

    assertThat(profile().at(299)).contains(MILK);
    assertThat(profile().at(300)).contains(PAINT);
  }

  @Test
  void oneThatSaysFromWhenHoldsFromThen() {
    take(1, 100, MILK, OptionalLong.of(50));
    take(2, 300, PAINT, OptionalLong.of(900));

    assertThat(profile().at(49)).isEmpty();
    assertThat(profile().at(50)).contains(MILK);
    assertThat(profile().at(899)).contains(MILK);
    assertThat(profile().at(900)).contains(PAINT);
  }

  @Test
  void theLastOneThatHoldsCounts() {
    take(1, 100, MILK, NO_WORD);
    take(2, 200, PAINT, OptionalLong.of(900));
    take(3, 300, MILK, OptionalLong.of(400));

    assertThat(profile()).isEqualTo(Timeline.always(MILK));
  }

  @Test
  void aDeletionHoldsFromItsTimestampOnAndTheNextValueIsNotTheFirst() {
    take(1, 100, MILK, NO_WORD);
    take(2, 300, Registration.DELETED, NO_WORD);
    take(3, 500, PAINT, NO_WORD);

    assertThat(profile().at(299)).contains(MILK);
    assertThat(profile().at(300)).isEmpty();
    assertThat(profile().at(500)).contains(PAINT);
  }

  @Test
  void theFirstValueAfterADeletionOfWhatWasNeverThereHoldsSinceEver() {
    take(1, 300, Registration.DELETED, NO_WORD);
    take(2, 500, PAINT, NO_WORD);

    assertThat(profile()).isEqualTo(Timeline.always(PAINT));
  }

  @Test
  void anIdIsOfOneTypeForAllTime() {
    take(1, 100, MILK, NO_WORD);
    take(2, 200, Registration.DELETED, NO_WORD);

    assertThat(take(3, 300, TRUCK, NO_WORD)).containsExactly(new Refusal(3, Refusal.Reason.TYPE_CONFLICT));
    assertThat(place()).isEqualTo(Timeline.none());
    assertThat(take(4, 400, PAINT, NO_WORD)).isEmpty();
    assertThat(profile().at(300)).isEmpty();
    assertThat(profile().at(400)).contains(PAINT);
  }

  @Test
  void aWarehouseIsNoTruck() {
    take(1, 100, WAREHOUSE, NO_WORD);

    assertThat(take(2, 200, TRUCK, NO_WORD)).hasSize(1);
    assertThat(place()).isEqualTo(Timeline.always(WAREHOUSE));
  }

  @Test
  void aRepeatedRecordIsJudgedAsItWasAlsoAfterARecovery() {
    take(1, 100, MILK, NO_WORD);
    take(2, 200, TRUCK, NO_WORD);
    take(3, 300, PAINT, NO_WORD);
    tag = GoodsState.restore("tag", new GoodsSettings(1_000_000), tag.snapshot());
    long version = tag.version();

    assertThat(take(1, 100, MILK, NO_WORD)).isEmpty();
    assertThat(take(2, 200, TRUCK, NO_WORD)).hasSize(1);
    assertThat(take(3, 300, PAINT, NO_WORD)).isEmpty();

    assertThat(tag.version()).isEqualTo(version);
    assertThat(profile().at(299)).contains(MILK);
    assertThat(profile().at(300)).contains(PAINT);
  }

  @Test
  void whatWouldBeTooMuchIsRefusedAndStaysSo() {
    int two = MILK.size() + PAINT.size();
    tag = GoodsState.empty("tag", new GoodsSettings(1_000_000).withProfileBytes(two));
    take(1, 100, MILK, NO_WORD);
    take(2, 200, PAINT, NO_WORD);

    assertThat(take(3, 300, MILK, NO_WORD)).containsExactly(new Refusal(3, Refusal.Reason.TOO_MANY_PROFILES));
    assertThat(take(4, 400, MILK, OptionalLong.of(0))).isEmpty();
    assertThat(take(5, 500, PAINT, NO_WORD)).isEmpty();
    tag = GoodsState.restore("tag", new GoodsSettings(1_000_000), tag.snapshot());

    assertThat(take(3, 300, MILK, NO_WORD)).containsExactly(new Refusal(3, Refusal.Reason.TOO_MANY_PROFILES));
    assertThat(profile().parts()).hasSize(2);
    assertThat(profile().at(499)).contains(MILK);
  }

  /** A later record that is of a type for all time does not make it a conflict. */
  @Test
  void whatWasTooMuchIsNotOfTheWrongTypeLater() {
    tag = GoodsState.empty("tag", new GoodsSettings(1_000_000).withProfileBytes(MILK.size() - 1));
    assertThat(take(1, 100, MILK, NO_WORD)).containsExactly(new Refusal(1, Refusal.Reason.TOO_MANY_PROFILES));
    assertThat(take(2, 200, WAREHOUSE, NO_WORD)).isEmpty();

    assertThat(take(1, 100, MILK, NO_WORD)).containsExactly(new Refusal(1, Refusal.Reason.TOO_MANY_PROFILES));
    assertThat(take(3, 300, MILK, NO_WORD)).containsExactly(new Refusal(3, Refusal.Reason.TYPE_CONFLICT));
  }

  @Test
  void theSameAgainIsNotMore() {
    tag = GoodsState.empty("tag", new GoodsSettings(1_000_000).withProfileBytes(MILK.size()));
    take(1, 100, MILK, NO_WORD);

    assertThat(take(2, 200, MILK, NO_WORD)).isEmpty();
    assertThat(take(3, 300, Registration.DELETED, NO_WORD)).hasSize(1);
  }

  @Test
  void onlyWhoeverHasItFromThenOnHearsOfIt() {
    take(1, 100, MILK, NO_WORD);
    List<Move> moves = List.of(new Move(MoveType.RECEIVE, 100, "w", ""), new Move(MoveType.LOAD, 200, "w", "t"), Move.between(300, "t", "v"));
    GoodsCommand command = new GoodsCommand.TakeMoves(MoveBatch.ofOriginals(new Source("rfid", 0), moves, new long[] {1, 2, 3}, new long[3], 0));
    tag.apply(2, tag.decide(command).event().orElseThrow());

    assertThat(told(2, OptionalLong.of(200))).containsExactly("t", "v");
    assertThat(told(3, OptionalLong.of(199))).containsExactly("w", "t", "v");
  }

  private List<String> told(long offset, OptionalLong from) {
    Registration said = offset % 2 == 0 ? PAINT : MILK;
    TakeRegistration command = new TakeRegistration(said, from, new Source("registry", 0).cause(offset, offset));
    Decision<GoodsEvent> decision = tag.decide(command);
    tag.apply(tag.version() + 1, decision.event().orElseThrow());
    return tag.reply(command, decision).told().stream().map(Told::location).toList();
  }

  @Test
  void aPlaceHearsWhatItIsFromWhenOn() {
    take(1, 100, TRUCK, NO_WORD);

    TakeRegistration deletion = new TakeRegistration(Registration.DELETED, NO_WORD, new Source("registry", 0).cause(2, 200));
    Decision<GoodsEvent> decision = tag.decide(deletion);
    tag.apply(2, decision.event().orElseThrow());
    PlaceAt told = tag.reply(deletion, decision).place().orElseThrow();

    assertThat(told.version()).isEqualTo(2);
    assertThat(told.profile().at(199)).contains(TRUCK);
    assertThat(told.profile().at(200)).isEmpty();
  }

  private Timeline<GoodsProfile> profile() {
    return tag.snapshot().profile();
  }

  private Timeline<PlaceProfile> place() {
    return tag.snapshot().place();
  }

  private List<Refusal> take(long offset, long timestamp, Registration registration, OptionalLong from) {
    TakeRegistration command = new TakeRegistration(registration, from, new Source("registry", 0).cause(offset, timestamp));
    Decision<GoodsEvent> decision = tag.decide(command);
    decision.event().ifPresent(event -> {
      tag.apply(tag.version() + 1, event);
      tag.effects();
    });
    return tag.reply(command, decision).refusals();
  }
}
