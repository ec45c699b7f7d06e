package kongo.reference;

import static org.assertj.core.api.Assertions.assertThat;

import kongo.violation.Kind;
import org.junit.jupiter.api.Test;

/** Expiry: section 7 of docs/semantics.md. */
class ExpiryTest {

  @Test
  void aPresenceThatEndsAfterUseByIsExpiredFromUseByOn() {
    World world = expiring(50).receive("g", 0, "w").deliver("g", 100, "w");

    assertThat(world.violations()).containsExactly("g/expired/-/-/50 CLOSED 50..100");
    assertThat(world.violation("g/expired/-/-/50")).satisfies(violation -> {
      assertThat(violation.kind()).isEqualTo(Kind.EXPIRED);
      assertThat(violation.rule()).isEqualTo("expired");
      assertThat(violation.goods()).isEqualTo("g");
      assertThat(violation.location()).isEqualTo("w");
      assertThat(violation.stay()).isZero();
      assertThat(violation.sensor()).isEmpty();
      assertThat(violation.metric()).isNull();
      assertThat(violation.limit()).isNull();
      assertThat(violation.others()).isEmpty();
    });
  }

  @Test
  void aPresenceThatEndsAtUseByIsNotExpired() {
    assertThat(expiring(100).receive("g", 0, "w").deliver("g", 100, "w").violations()).isEmpty();
  }

  @Test
  void timeIsNotProvenToHaveComeWithoutEvidence() {
    World world = expiring(50).receive("g", 0, "w").heat("w", 49, 5).heat("elsewhere", 60, 5).receive("other", 70, "elsewhere");

    assertThat(world.violations()).isEmpty();
  }

  @Test
  void aReadingAtTheLastStaysLocationProvesIt() {
    World world = expiring(50).receive("g", 0, "w").reading("w", "noise", "", 50, 1);

    assertThat(world.violations()).containsExactly("g/expired/-/-/50 OPEN 50..");
  }

  @Test
  void theClockOfASensorProvesItUpToThatOfTheBrokerOnly() {
    assertThat(expiring(50).receive("g", 0, "w").heatSent("w", 60, 49, 5).violations()).isEmpty();
    assertThat(expiring(50).receive("g", 0, "w").heatSent("w", 60, 50, 5).violations())
        .containsExactly("g/expired/-/-/50 OPEN 50..");
  }

  @Test
  void ofARepeatedReadingTheFirstRecordCounts() {
    World world = expiring(50).receive("g", 0, "w").heatSent("w", 60, 49, 5).heatSent("w", 60, 70, 5);

    assertThat(world.violations()).isEmpty();
  }

  @Test
  void whoComesToThePlaceOrLeavesItProvesIt() {
    assertThat(expiring(50).receive("g", 0, "w").receive("h", 50, "w").violations()).containsExactly("g/expired/-/-/50 OPEN 50..");
    assertThat(expiring(50).receive("g", 0, "w").receive("h", 10, "w").deliver("h", 50, "w").violations())
        .containsExactly("g/expired/-/-/50 OPEN 50..");
  }

  @Test
  void whoOnlyConfirmsOrStaysForNoTimeProvesNothing() {
    World world = expiring(50).receive("g", 0, "w").receive("h", 10, "w").receive("h", 60, "w");

    assertThat(world.violations()).isEmpty();
    assertThat(world.receive("i", 70, "w").load("i", 70, "w", "t").violations()).isEmpty();
  }

  @Test
  void theClockGoesBackWhenAStayIsCorrected() {
    World world = expiring(95).receive("g", 0, "w").receive("h", 0, "w").load("h", 100, "w", "t");

    assertThat(world.violations()).containsExactly("g/expired/-/-/95 OPEN 95..");
    assertThat(world.load("h", 90, "w", "u").violations()).containsExactly("h/misplaced/w/-/100 CLOSED 100..100");
  }

  @Test
  void aReadingWhereItWasBeforeProvesNothing() {
    World world = expiring(50).receive("g", 0, "w").load("g", 10, "w", "t").heat("w", 60, 5);

    assertThat(world.violations()).isEmpty();
    assertThat(world.heat("t", 50, 5).violations()).containsExactly("g/expired/-/-/50 OPEN 50..");
  }

  @Test
  void aMoveOfTheGoodsProvesIt() {
    assertThat(expiring(50).receive("g", 0, "w").receive("g", 50, "w").violations())
        .as("a confirming one too").containsExactly("g/expired/-/-/50 OPEN 50..");
    assertThat(expiring(50).receive("g", 50, "w").violations()).containsExactly("g/expired/-/-/50 OPEN 50..");
  }

  @Test
  void aPresenceThatBeginsLaterIsExpiredFromItsStart() {
    World world = expiring(-5).receive("g", 10, "w").load("g", 20, "w", "t").deliverOff("g", 30, "t");

    assertThat(world.violations()).containsExactly("g/expired/-/-/10 CLOSED 10..30");
    assertThat(world.violation("g/expired/-/-/10").location()).isEqualTo("w");
  }

  @Test
  void theLocationIsThatOfTheLastStayThatBeganByThen() {
    World world = expiring(20).receive("g", 0, "w").load("g", 20, "w", "t").deliverOff("g", 30, "t");

    assertThat(world.violation("g/expired/-/-/20").location()).isEqualTo("t");
    assertThat(world.violation("g/expired/-/-/20").stay()).isEqualTo(20);
    assertThat(expiring(19).receive("g", 0, "w").load("g", 20, "w", "t").violation("g/expired/-/-/19").location())
        .isEqualTo("w");
  }

  @Test
  void everyPresenceExpiresOnItsOwn() {
    World world = expiring(5).receive("g", 0, "w").deliver("g", 10, "w").receive("g", 20, "w");

    assertThat(world.violations())
        .containsExactly("g/expired/-/-/20 OPEN 20..", "g/expired/-/-/5 CLOSED 5..10");
  }

  @Test
  void aDeliveryAndAReceiptAtTheSameTimeLeaveOnePresence() {
    World world = expiring(5).receive("g", 0, "w").deliver("g", 10, "w").receive("g", 10, "v");

    assertThat(world.violations()).containsExactly("g/expired/-/-/5 OPEN 5..");
  }

  @Test
  void withoutUseByNothingExpires() {
    assertThat(World.with().goods("g").receive("g", 0, "w").deliver("g", Long.MAX_VALUE - 1, "w").violations()).isEmpty();
  }

  private static World expiring(long useBy) {
    return World.with().goods("g", 0, useBy);
  }
}
