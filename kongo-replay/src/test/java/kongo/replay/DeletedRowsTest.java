package kongo.replay;

import static org.assertj.core.api.Assertions.assertThat;

import com.typesafe.config.ConfigFactory;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import kongo.goods.GoodsCommand;
import kongo.goods.GoodsCommand.TakeMoves;
import kongo.goods.GoodsCommand.TakeRegistration;
import kongo.goods.GoodsSettings;
import kongo.goods.GoodsState;
import kongo.goods.Move;
import kongo.goods.MoveBatch;
import kongo.goods.MoveType;
import kongo.location.History;
import kongo.location.HistoryMissing;
import kongo.location.LocationCommand;
import kongo.location.LocationCommand.TakeGoods;
import kongo.location.LocationCommand.TakeReadings;
import kongo.location.LocationEvent.ReadingsAccepted;
import kongo.location.LocationSettings;
import kongo.location.LocationState;
import kongo.location.ReadingBatch;
import kongo.location.RuleIndex;
import kongo.location.SequenceRange;
import kongo.location.SeriesKey;
import kongo.protocol.Feed;
import kongo.registry.GoodsProfile;
import kongo.rules.RuleBook;
import kongo.rules.RuleBooks;
import kongo.verify.Difference;
import kongo.verify.VerdictText;
import kongo.violation.Decision;
import kongo.violation.Source;
import kongo.violation.Violation;
import org.apache.pekko.actor.ActorSystem;
import org.apache.pekko.serialization.Serialization;
import org.apache.pekko.serialization.SerializationExtension;
import org.apache.pekko.serialization.Serializer;
import org.apache.pekko.serialization.Serializers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Ten days of milk that goes to and fro, with a retention of a day; the journals of it whole, and without old rows. */
class DeletedRowsTest {

  private static final long HOUR = 3_600_000;
  private static final Duration RETENTION = Duration.ofDays(1);
  private static final long KEPT = RETENTION.toMillis();
  private static final int KEPT_FIRST = 3;
  private static final RuleBook BOOK = RuleBooks.original();
  private static final ActorSystem SYSTEM =
      ActorSystem.create("encoding", ConfigFactory.parseString("pekko { actor.provider = local, loglevel = WARNING }")
          .withFallback(ConfigFactory.defaultReferenceUnresolved()).resolve());

  private final GoodsState milk = GoodsState.empty("milk", new GoodsSettings(KEPT, KEPT, 1).withSettle(BOOK.settleMillis()));
  private final Map<String, LocationState> places = new TreeMap<>();
  private final SortedMap<String, List<Object>> journals = new TreeMap<>();
  private final SortedMap<String, Object> snapshots = new TreeMap<>();
  private final SortedMap<String, Long> needed = new TreeMap<>();
  private final Map<String, List<State>> history = new TreeMap<>();
  private long offset;

  /** What an entity could have stored after each event. */
  private record State(Object snapshot, long firstRowNeeded) {}

  @AfterAll
  static void stop() {
    SYSTEM.terminate();
  }

  /** Without those before what is needed, but for the first. */
  private final class Journals implements Rows {
    private final boolean whole;

    Journals(boolean whole) {
      this.whole = whole;
    }

    @Override
    public List<JournalId> ids() {
      return journals.keySet().stream().map(id -> new JournalId(id, 0, deletedTo(id))).toList();
    }

    private long deletedTo(String id) {
      return whole ? 0 : needed.get(id) - 1;
    }

    @Override
    public void rows(JournalId id, Consumer<JournalRow> action) {
      List<Object> events = journals.get(id.persistenceId());
      for (int i = 0; i < events.size(); i++) {
        if (i < KEPT_FIRST || i >= deletedTo(id)) {
          action.accept(row(i + 1L, events.get(i)));
        }
      }
    }

    @Override
    public Optional<JournalRow> snapshot(JournalId id) {
      return Optional.of(row(journals.get(id.persistenceId()).size() - 10L, snapshots.get(id.persistenceId())));
    }

    @Override
    public long deletedTo(JournalId id) {
      return deletedTo(id.persistenceId());
    }
  }

  private static JournalRow row(long number, Object persisted) {
    Serialization serialization = SerializationExtension.get(SYSTEM);
    Serializer serializer = serialization.findSerializerFor(persisted);
    return new JournalRow(
        number, "writer", serializer.identifier(), Serializers.manifestFor(serializer, persisted),
        ByteBuffer.wrap(serialization.serialize(persisted).get()));
  }

  @Test
  void replayFindsTheSameInWhatIsKept() {
    tenDays();

    Replayed whole = replayed(new Journals(true));
    Replayed kept = replayed(new Journals(false));

    assertThat(kept.rows()).isLessThan(whole.rows() / 3);
    assertThat(kept.faults().isNone()).isTrue();
    assertThat(whole.completeFrom()).isEqualTo(Replayed.ALL);
    assertThat(kept.completeFrom()).isBetween(200 * HOUR, 216 * HOUR);
    SortedMap<String, Violation> expected = kept.comparable(whole.violations().get(0));
    assertThat(expected).hasSizeGreaterThan(2);
    Difference difference = Difference.between(expected, kept.comparable(kept.violations().get(0)));
    assertThat(difference.isNone()).as(VerdictText.of(difference)).isTrue();
  }

  @Test
  void underEachBookGoodsSettleAsThatBookSays() {
    long reread = 2 * HOUR + 10_000;
    move(1);
    move(2);
    move(new Move(MoveType.RECEIVE, reread, "house", ""));
    move(3);

    Replayed both = Replay.of(new Journals(true), List.of(BOOK, RuleBooks.of(BOOK.rules()), BOOK), RETENTION, line -> {});

    assertThat(both.violations().get(0)).isEqualTo(both.violations().get(2)).isEmpty();
    assertThat(both.violations().get(1)).containsOnlyKeys("milk/misplaced/house/-/" + reread);
  }

  @Test
  void theLedgerKnowsWhichRecordsWereInDeletedRows() {
    tenDays();
    JournaledOffsets journaled = new JournaledOffsets(topic -> Set.of(0));
    Journals rows = new Journals(false);

    try (JournalScan scan = new JournalScan(rows)) {
      scan.run(rows.ids(), 1, journaled::reader, read -> {});
    }

    for (long number = 1; number <= offset; number++) {
      boolean isThere = journaled.of(new Source("rfid", 0)).contains(number);
      assertThat(isThere || journaled.deleted(Feed.RFID, "kongo.rfid").test("milk", number)).as("move %d", number).isTrue();
    }
    assertThat(journaled.deleted(Feed.RFID, "kongo.rfid").test("milk", offset)).isFalse();
    assertThat(journaled.deleted(Feed.RFID, "kongo.rfid").test("cheese", 1L)).isFalse();
    assertThat(journaled.deleted(Feed.SENSORS, "kongo.sensors").test("truck", 1L)).isTrue();
    assertThat(journaled.deleted(Feed.SENSORS, "kongo.sensors").test("truck", 239 * 6L)).isFalse();
  }

  @Test
  void aSnapshotThatIsMissingIsAFault() {
    tenDays();
    Rows without = new Rows() {
      private final Journals rows = new Journals(false);

      @Override
      public List<JournalId> ids() {
        return rows.ids();
      }

      @Override
      public void rows(JournalId id, Consumer<JournalRow> action) {
        rows.rows(id, action);
      }

      @Override
      public Optional<JournalRow> snapshot(JournalId id) {
        return Optional.empty();
      }

      @Override
      public long deletedTo(JournalId id) {
        return rows.deletedTo(id);
      }
    };

    assertThat(replayed(without).faults().gaps().first()).anyMatch(gap -> gap.startsWith("Goods|milk: rows up to "));
  }

  private static Replayed replayed(Rows rows) {
    return Replay.of(rows, List.of(BOOK), RETENTION, line -> {});
  }

  private void tenDays() {
    take(new TakeRegistration(new GoodsProfile(1_000, List.of("T2"), GoodsProfile.NEVER), OptionalLong.empty(), new Source("registry", 0).cause(0, 0)));
    for (int hour = 1; hour < 240; hour++) {
      move(hour);
      for (int ten = 0; ten < 6; ten++) {
        reading("house", hour, ten);
        reading("truck", hour, ten);
      }
    }
  }

  private void move(int hour) {
    MoveType type = hour == 1 ? MoveType.RECEIVE : hour % 2 == 0 ? MoveType.LOAD : MoveType.UNLOAD;
    move(new Move(type, hour * HOUR, "house", type == MoveType.RECEIVE ? "" : "truck"));
  }

  private void move(Move move) {
    long[] offsets = {++offset};
    take(new TakeMoves(MoveBatch.ofOriginals(new Source("rfid", 0), List.of(move), offsets, new long[] {move.time()}, offset)));
  }

  private void take(GoodsCommand command) {
    Decision<kongo.goods.GoodsEvent> decision = milk.decide(command);
    decision.event().ifPresent(event -> {
      milk.apply(milk.version() + 1, event);
      milk.effects();
      journaled("Goods|milk", event, milk.snapshot(), milk.firstRowNeeded());
    });
    milk.reply(command, decision).told().forEach(told -> take(told.location(), new TakeGoods(List.of(told.goods()))));
  }

  private void reading(String place, int hour, int ten) {
    long time = hour * HOUR + ten * HOUR / 6;
    long[] offsets = {hour * 6L + ten};
    double[] value = {hour % 5 == 0 && ten > 2 ? 9 : 5};
    take(place, new TakeReadings(ReadingBatch.ofOriginals(
        new Source("sensors", place.equals("truck") ? 0 : 1), List.of(new SeriesKey("temperature", "")), new int[1], new long[] {time}, value, offsets,
        new long[] {time})));
  }

  private void take(String place, LocationCommand command) {
    LocationState state =
        places.computeIfAbsent(place, id -> LocationState.empty(id, new RuleIndex(BOOK), new LocationSettings(KEPT, 10)));
    List<Object> rows = journals.computeIfAbsent("Location|" + place, id -> new ArrayList<>());
    withRows(rows, history -> state.decide(command, history)).event().ifPresent(event -> {
      state.apply(state.version() + 1, event);
      withRows(rows, state::effects);
      journaled("Location|" + place, event, state.snapshot(), state.firstRowNeeded());
    });
  }

  /** The newest snapshot is ten events old. */
  private void journaled(String id, Object event, Object snapshot, long firstRowNeeded) {
    List<Object> rows = journals.computeIfAbsent(id, i -> new ArrayList<>());
    rows.add(event);
    history.computeIfAbsent(id, i -> new ArrayList<>()).add(new State(snapshot, firstRowNeeded));
    State then = history.get(id).get(Math.max(0, rows.size() - 11));
    snapshots.put(id, then.snapshot());
    needed.put(id, Math.min(then.firstRowNeeded(), Math.max(1, rows.size() - 10L)));
  }

  private static <T> T withRows(List<Object> rows, Function<History, T> question) {
    History known = History.EMPTY;
    while (true) {
      try {
        return question.apply(known);
      } catch (HistoryMissing missing) {
        known = known.plus(missing.rows(), missing.rows().stream().flatMap(range -> readings(rows, range).stream()).toList());
      }
    }
  }

  private static List<ReadingsAccepted> readings(List<Object> rows, SequenceRange range) {
    return rows.subList((int) range.first() - 1, (int) range.last()).stream()
        .filter(ReadingsAccepted.class::isInstance).map(ReadingsAccepted.class::cast).toList();
  }
}
