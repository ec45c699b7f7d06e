package kongo.goods;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.TreeMap;
import kongo.effect.Effect;
import kongo.goods.GoodsCommand.TakeEvidence;
import kongo.goods.GoodsCommand.TakeMoves;
import kongo.goods.GoodsCommand.TakeRegistration;
import kongo.registry.GoodsProfile;
import kongo.registry.Registration;
import kongo.registry.Timeline;
import kongo.violation.Correction;
import kongo.violation.Decision;
import kongo.violation.Kind;
import kongo.violation.Source;
import kongo.violation.Status;
import kongo.violation.Violation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A Goods is expired while the profile in force has a use-by time that is over (section 2 of docs/semantics.md). */
class ExpiredPartsTest {

  private static final Source RFID = new Source("rfid", 0);
  private static final Source SENSORS = new Source("sensors", 0);
  private static final int LAST = 60;

  private final GoodsSettings settings = new GoodsSettings(1_000_000);
  private final Map<String, Violation> published = new TreeMap<>();
  private GoodsState tag = GoodsState.empty("tag", settings);
  private long offset;

  @Test
  void aTagThatIsUsedAgainIsExpiredOnlyWhileItWasTheOldGoods() {
    register(useBy(10), OptionalLong.empty());
    move(new Move(MoveType.RECEIVE, 5, "w", ""));
    register(useBy(100), OptionalLong.of(20));
    assertThat(expiries()).isEmpty();

    evidence(1, 10);
    assertThat(expiries()).containsExactly("OPEN 10-null");

    evidence(2, 20);
    assertThat(expiries()).containsExactly("CLOSED 10-20");

    evidence(3, 100);
    assertThat(expiries()).containsExactly("CLOSED 10-20", "OPEN 100-null");
    assertThat(published.keySet()).containsExactly("tag/expired/-/-/10", "tag/expired/-/-/100");
  }

  @Test
  void anEndIsTakenBackWhenTheClockGoesBack() {
    register(useBy(10), OptionalLong.empty());
    move(new Move(MoveType.RECEIVE, 5, "w", ""));
    register(useBy(100), OptionalLong.of(20));
    evidence(1, 25);

    evidence(2, 19);
    assertThat(expiries()).containsExactly("OPEN 10-null");

    evidence(3, 9);
    assertThat(expiries()).isEmpty();
    assertThat(published.get("tag/expired/-/-/10").status()).isEqualTo(Status.RETRACTED);
  }

  @Test
  void aMoveOfTheGoodsProvesTheEndToo() {
    register(useBy(10), OptionalLong.empty());
    move(new Move(MoveType.RECEIVE, 5, "w", ""));
    register(useBy(100), OptionalLong.of(20));
    evidence(1, 15);

    move(new Move(MoveType.LOAD, 20, "w", "t"));

    assertThat(expiries()).containsExactly("CLOSED 10-20");
  }

  @Test
  void evidenceOfNothingNewIsNotTaken() {
    register(useBy(10), OptionalLong.empty());
    move(new Move(MoveType.RECEIVE, 5, "w", ""));
    register(useBy(100), OptionalLong.of(20));
    evidence(1, 12);
    long version = tag.version();

    evidence(2, 19);

    assertThat(tag.version()).isEqualTo(version);
  }

  @Test
  void profilesThatAreBothOverAreOneExpiry() {
    register(useBy(10), OptionalLong.empty());
    register(useBy(15), OptionalLong.of(20));
    move(new Move(MoveType.RECEIVE, 5, "w", ""), new Move(MoveType.DELIVER, 50, "w", ""));

    assertThat(expiries()).containsExactly("CLOSED 10-50");
  }

  @Test
  void aStayIsOffTheRouteOfTheProfileInForceWhenItBegan() {
    register(new GoodsProfile(1, List.of(), GoodsProfile.NEVER, List.of("w")), OptionalLong.empty());
    register(new GoodsProfile(1, List.of(), GoodsProfile.NEVER, List.of("v")), OptionalLong.of(20));
    move(new Move(MoveType.RECEIVE, 5, "w", ""), Move.between(19, "w", "v"), Move.between(20, "v", "w"));

    assertThat(published.keySet()).containsExactly("tag/misrouted/v/-/19", "tag/misrouted/w/-/20");
  }

  /** What is published is what a look at each single moment says, whatever came when. */
  @ParameterizedTest
  @ValueSource(longs = {0, 1, 2, 3})
  void isWhatEachMomentSays(long seed) {
    for (int i = 0; i < 400; i++) {
      published.clear();
      tag = GoodsState.empty("tag", settings);
      offset = 0;
      new Disorder(new Random(seed * 1_000 + i)).run();
    }
  }

  /** Small lives with all that happens to them in any order. */
  private final class Disorder {
    private final Random random;
    private Timeline<GoodsProfile> profile = Timeline.none();
    private boolean isKnown;

    Disorder(Random random) {
      this.random = random;
    }

    void run() {
      for (int i = 0; i < 25; i++) {
        step();
        assertThat(expiries()).isEqualTo(naive());
        if (random.nextInt(5) == 0) {
          tag = GoodsState.restore("tag", settings, tag.snapshot());
        }
      }
    }

    private void step() {
      switch (random.nextInt(5)) {
        case 0 -> profileComes();
        case 1, 2 -> moveComes();
        default -> evidence(random.nextBoolean() ? "w" : "v", 1 + random.nextInt(40), random.nextInt(LAST));
      }
    }

    private void profileComes() {
      long from = random.nextInt(LAST);
      Registration said = random.nextInt(5) == 0 ? Registration.DELETED : useBy(random.nextInt(LAST));
      boolean says = said instanceof GoodsProfile;
      boolean isDated = random.nextInt(3) > 0;
      register(said, says && isDated ? OptionalLong.of(from) : OptionalLong.empty(), from);
      long holds = says && !isDated && !isKnown ? Timeline.EVER : from;
      isKnown |= says;
      profile = profile.from(holds, says ? Optional.of((GoodsProfile) said) : Optional.empty());
    }

    private void moveComes() {
      long time = random.nextInt(LAST);
      Move move = switch (random.nextInt(4)) {
        case 0 -> new Move(MoveType.DELIVER, time, "w", "");
        case 1 -> Move.between(time, "", "v");
        default -> Move.between(time, "", "w");
      };
      take(new TakeMoves(new MoveBatch(
          RFID, List.of(move), new long[] {++offset}, new long[] {offset}, new int[] {new Correction(random.nextInt(3), random.nextInt(4) == 0).code()}, 0)));
    }

    private List<String> naive() {
      GoodsSnapshot all = tag.snapshot();
      List<Stay> stays = new ArrayList<>(tag.report().stays());
      List<String> found = new ArrayList<>();
      boolean[] here = new boolean[LAST + 2];
      long proven = Long.MAX_VALUE;
      for (Stay stay : stays) {
        for (int t = 0; t <= LAST + 1; t++) {
          here[t] |= stay.from() <= t && t < stay.to();
        }
        if (stay.isOpen()) {
          proven = Math.max(latestMade(all), Optional.ofNullable(all.evidence().get(stay.location())).map(Proof::time).orElse(Long.MIN_VALUE));
        }
      }
      for (int t = 0; t <= LAST; t++) {
        int from = t;
        boolean begins = here[t] && isExpired(t) && (t == 0 || !here[t - 1] || !isExpired(t - 1));
        while (begins && t <= LAST && here[t] && isExpired(t)) {
          t++;
        }
        boolean endsProven = t <= LAST && (!here[t] || t <= proven);
        if (begins && from <= proven) {
          found.add(endsProven ? "CLOSED " + from + "-" + t : here[LAST + 1] ? "OPEN " + from + "-null" : "CLOSED " + from + "-" + end(stays, t));
        }
        t = begins ? t - 1 : t;
      }
      return found.stream().sorted().toList();
    }

    /** Of a presence whose expired part ends unproven: only an open one has such. */
    private long end(List<Stay> stays, long t) {
      return stays.stream().filter(stay -> stay.from() <= t).mapToLong(Stay::to).max().orElseThrow();
    }

    private boolean isExpired(long t) {
      return profile.at(t).map(one -> one.useBy() <= t).orElse(false);
    }

    private long latestMade(GoodsSnapshot all) {
      List<KnownMove> moves = all.moves();
      long latest = Long.MIN_VALUE;
      for (int i = 0; i < moves.size(); i++) {
        boolean counts = i + 1 == moves.size() || !moves.get(i + 1).move().equals(moves.get(i).move());
        latest = counts && !Correction.of(moves.get(i).correction()).isVoid() ? Math.max(latest, moves.get(i).move().time()) : latest;
      }
      return latest;
    }
  }

  private static GoodsProfile useBy(long time) {
    return new GoodsProfile(1, List.of(), time);
  }

  private List<String> expiries() {
    return published.values().stream()
        .filter(violation -> violation.kind() == Kind.EXPIRED && violation.status() != Status.RETRACTED)
        .map(violation -> violation.status() + " " + violation.from() + "-" + violation.to())
        .sorted()
        .toList();
  }

  private void register(Registration registration, OptionalLong from) {
    register(registration, from, 1_000);
  }

  private void register(Registration registration, OptionalLong from, long timestamp) {
    take(new TakeRegistration(registration, from, new Source("registry", 0).cause(++offset, timestamp)));
  }

  private void move(Move... moves) {
    for (Move move : moves) {
      take(new TakeMoves(MoveBatch.ofOriginals(RFID, List.of(move), new long[] {++offset}, new long[] {offset}, 0)));
    }
  }

  private void evidence(long version, long time) {
    evidence("w", version, time);
  }

  private void evidence(String location, long version, long time) {
    take(new TakeEvidence(new ExpiryEvidence("tag", location, version, time, SENSORS.cause(version, time))));
  }

  private void take(GoodsCommand command) {
    Decision<GoodsEvent> decision = tag.decide(command);
    decision.event().ifPresent(event -> {
      tag.apply(tag.version() + 1, event);
      for (Effect effect : tag.effects()) {
        if (effect instanceof ViolationRevised revised) {
          published.put(revised.revision().violation().id(), revised.revision().violation());
        }
      }
    });
  }
}
