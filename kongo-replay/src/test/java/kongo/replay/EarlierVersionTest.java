package kongo.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The journal that a node of version 0.1.0 wrote of a disordered world (50 readings in memory, a snapshot every 12
 * events) means today what it meant then: the violations that verify found published are beside it.
 */
class EarlierVersionTest {

  private static final EventDecoder DECODER = new EventDecoder();
  private static ArchivedJournal journal;
  private static SortedMap<String, Violation> published;

  @BeforeAll
  static void load() throws Exception {
    journal = ArchivedJournal.of("journal-0.1.0.tsv.gz");
    published = SavedSet.read(Path.of(EarlierVersionTest.class.getResource("violations-0.1.0.jsonl").toURI()));
  }

  @AfterAll
  static void close() {
    DECODER.close();
  }

  @Test
  void everyKindOfEventAndSnapshotIsInIt() {
    Stream<Class<?>> events = Stream.of(GoodsEvent.class, LocationEvent.class).flatMap(kind -> Arrays.stream(kind.getPermittedSubclasses()));
    List<String> types =
        Stream.concat(events, Stream.of(GoodsSnapshot.class, LocationSnapshot.class)).map(Class::getName).toList();

    assertThat(journal.manifests()).containsExactlyInAnyOrderElementsOf(types);
  }

  @Test
  void replayFindsWhatWasPublished() {
    Replayed replayed = Replay.of(journal, List.of(RuleBooks.shipped()), line -> {});

    assertThat(replayed.faults().isNone()).isTrue();
    assertThat(replayed.violations().get(0).keySet()).containsExactlyElementsOf(published.keySet());
    assertThat(ComparedFields.digest(replayed.violations().get(0))).isEqualTo(ComparedFields.digest(published));
  }

  @Test
  void entitiesRecoverToWhatWasPublished() throws IOException {
    Map<String, Revision> highest = new HashMap<>();
    for (JournalId id : journal.ids()) {
      List<Object> events = events(id);
      Recovered entity = Recovered.empty(id, events);
      effects(entity, events, 0).stream().flatMap(List::stream).forEach(each -> highest.put(each.violation().id(), each));
    }
    SortedMap<String, Violation> found = new TreeMap<>();
    highest.values().stream().map(Revision::violation).filter(each -> each.status() != Status.RETRACTED)
        .forEach(each -> found.put(each.id(), each));

    assertThat(ComparedFields.digest(found)).isEqualTo(ComparedFields.digest(published));
  }

  @Test
  void entitiesGoOnFromTheirSnapshotsAsFromAllEvents() {
    int compared = 0;
    for (JournalId id : journal.ids()) {
      List<Object> events = events(id);
      List<List<Revision>> all = effects(Recovered.empty(id, events), events, 0);
      for (JournalRow snapshot : journal.snapshots(id)) {
        Recovered entity = Recovered.from(id, DECODER.decode(snapshot), events);
        int known = (int) snapshot.sequenceNr();

        assertThat(entity.effects()).as("the last effects of " + id).isEqualTo(all.get(known - 1));
        assertThat(effects(entity, events, known)).as("what follows in " + id).isEqualTo(all.subList(known, all.size()));
        compared += all.size() - known;
      }
    }
    assertThat(compared).isGreaterThan(50);
  }

  private static List<Object> events(JournalId id) {
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
