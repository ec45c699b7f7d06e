package kongo.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import kongo.goods.GoodsEvent;
import kongo.goods.GoodsSnapshot;
import kongo.location.LocationEvent;
import kongo.location.LocationSnapshot;
import kongo.rules.RuleBooks;
import kongo.verify.ComparedFields;
import kongo.verify.SavedSet;
import kongo.violation.Revision;
import kongo.violation.Status;
import kongo.violation.Violation;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The journals that nodes of version 0.1.0 wrote of disordered worlds (50 readings in memory, a snapshot every 12 events
 * in the first, every 3 in the second) mean today what they meant then: the violations that were published are beside
 * them.
 */
class EarlierVersionTest {

  private static final Duration RETENTION = Duration.ofDays(30);
  private static final EventDecoder DECODER = new EventDecoder();

  /** A journal and what was published of it. */
  private record Archive(String name, ArchivedJournal journal, SortedMap<String, Violation> published) {

    @Override
    public String toString() {
      return name;
    }
  }

  static List<Archive> archives() throws Exception {
    return List.of(archive("0.1.0-a"), archive("0.1.0-b"));
  }

  private static Archive archive(String name) throws Exception {
    Path published = Path.of(EarlierVersionTest.class.getResource("violations-" + name + ".jsonl").toURI());
    return new Archive(name, ArchivedJournal.of("journal-" + name + ".tsv.gz"), SavedSet.read(published));
  }

  @AfterAll
  static void close() {
    DECODER.close();
  }

  @Test
  void everyKindOfEventAndSnapshotInThemIsKnown() throws Exception {
    Stream<Class<?>> events = Stream.of(GoodsEvent.class, LocationEvent.class).flatMap(kind -> Arrays.stream(kind.getPermittedSubclasses()));
    List<String> types =
        Stream.concat(events, Stream.of(GoodsSnapshot.class, LocationSnapshot.class)).map(Class::getName).toList();

    Set<String> archived = new HashSet<>();
    archives().forEach(archive -> archived.addAll(archive.journal().manifests()));

    assertThat(types).containsAll(archived);
    assertThat(archived).hasSizeGreaterThan(types.size() / 2);
  }

  @ParameterizedTest
  @MethodSource("archives")
  void replayFindsWhatWasPublished(Archive archive) {
    Replayed replayed = Replay.of(archive.journal(), List.of(RuleBooks.shipped()), RETENTION, line -> {});

    assertThat(replayed.faults().isNone()).isTrue();
    assertThat(replayed.violations().get(0).keySet()).containsExactlyElementsOf(archive.published().keySet());
    assertThat(ComparedFields.digest(replayed.violations().get(0))).isEqualTo(ComparedFields.digest(archive.published()));
  }

  @ParameterizedTest
  @MethodSource("archives")
  void entitiesRecoverToWhatWasPublished(Archive archive) {
    Map<String, Revision> highest = new HashMap<>();
    for (JournalId id : archive.journal().ids()) {
      List<Object> events = events(archive.journal(), id);
      Recovered entity = Recovered.empty(id, events);
      effects(entity, events, 0).stream().flatMap(List::stream).forEach(each -> highest.put(each.violation().id(), each));
    }
    SortedMap<String, Violation> found = new TreeMap<>();
    highest.values().stream().map(Revision::violation).filter(each -> each.status() != Status.RETRACTED)
        .forEach(each -> found.put(each.id(), each));

    assertThat(ComparedFields.digest(found)).isEqualTo(ComparedFields.digest(archive.published()));
  }

  @ParameterizedTest
  @MethodSource("archives")
  void entitiesGoOnFromTheirSnapshotsAsFromAllEvents(Archive archive) {
    int compared = 0;
    for (JournalId id : archive.journal().ids()) {
      List<Object> events = events(archive.journal(), id);
      List<List<Revision>> all = effects(Recovered.empty(id, events), events, 0);
      for (JournalRow snapshot : archive.journal().snapshots(id)) {
        Recovered entity = Recovered.from(id, DECODER.decode(snapshot), events);
        int known = (int) snapshot.sequenceNr();

        assertThat(entity.effects()).as("the last effects of " + id).isEqualTo(all.get(known - 1));
        assertThat(effects(entity, events, known)).as("what follows in " + id).isEqualTo(all.subList(known, all.size()));
        compared += all.size() - known;
      }
    }
    assertThat(compared).isPositive();
  }

  private static List<Object> events(ArchivedJournal journal, JournalId id) {
    List<Object> events = new ArrayList<>();
    journal.rows(id, row -> events.add(DECODER.decode(row)));
    return events;
  }

  /** What each event from number {@code known} + 1 on changes. */
  private static List<List<Revision>> effects(Recovered entity, List<Object> events, int known) {
    List<List<Revision>> effects = new ArrayList<>();
    for (int i = known; i < events.size(); i++) {
      entity.apply(i + 1L, events.get(i));
      effects.add(entity.effects());
    }
    return effects;
  }
}
