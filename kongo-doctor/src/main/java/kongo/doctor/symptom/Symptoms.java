package kongo.doctor.symptom;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kongo.doctor.finding.Finding;
import kongo.doctor.finding.Limits;
import kongo.doctor.finding.Memory;
import kongo.doctor.finding.RecordAt;
import kongo.goods.Move;
import kongo.location.Reading;
import kongo.protocol.DeadLetterHeaders;
import kongo.protocol.Feed;
import kongo.protocol.RegistryRecord;
import kongo.rules.RuleHistory;

/**
 * All that may be amiss. It takes all of the registry first, then all moves, then all readings, then the dead letters; of
 * each partition in the order of its offsets. Not thread-safe.
 */
public final class Symptoms {

  private final Memory memory;
  private final Registered registered;
  private final List<Symptom> all;

  /**
   * @param books that judge, each from some time on
   * @param now which of them is in force now, by this time in milliseconds
   * @param fields that are read, by topic
   */
  public Symptoms(RuleHistory books, long now, Map<Feed, Set<String>> fields, Limits limits) {
    memory = new Memory(limits);
    registered = new Registered(memory);
    Vocabularies names = new Vocabularies(books);
    Vocabulary current = names.at(now);
    // Those first that do most harm.
    all = List.of(
        new UnmeasuredPlaces(names, registered, memory),
        new UnregisteredGoods(registered, memory),
        new UnknownCategories(current, registered, memory),
        new UnknownMetrics(names, current, memory),
        new TimesInSeconds(memory),
        new OddProfileTimes(memory),
        new FaultySensors(names, memory),
        new UnregisteredPlaces(registered, memory),
        new SharedIds(registered, memory),
        new Units(memory),
        new GramsForGravities(memory),
        new IgnoredFields(fields, memory),
        new RefusedRecords(memory),
        new CaseTwins(current, registered, memory),
        new ConflictingValues(memory),
        new FastClocks(memory),
        new SlowClocks(memory),
        new StuckSensors(names, memory),
        GoodsWithout.categories(registered, memory),
        GoodsWithout.weight(current, registered, memory),
        new GoodsAsPlaces(registered, memory),
        new OtherPartitioner(memory));
  }

  public void registered(RecordAt at, RegistryRecord said) {
    all.forEach(each -> each.registered(at, said));
    registered.take(at, said.id(), said.registration());
  }

  public void moved(RecordAt at, String goods, Move move) {
    all.forEach(each -> each.moved(at, goods, move));
  }

  public void measured(RecordAt at, String location, Reading reading) {
    all.forEach(each -> each.measured(at, location, reading));
  }

  public void measuredByLogger(RecordAt at, String goods, Reading reading) {
    all.forEach(each -> each.measuredByLogger(at, goods, reading));
  }

  /** A reading says in which unit its value is. */
  public void unitGiven(RecordAt at, String metric, String unit) {
    all.forEach(each -> each.unitGiven(at, metric, unit));
  }

  /** A record that can be used has a field that means nothing to Kongo; the value as text, cut short. */
  public void ignored(RecordAt at, Feed feed, String field, String value) {
    all.forEach(each -> each.ignored(at, feed, field, value));
  }

  /** @param begins the first bytes of the record as text */
  public void refused(RecordAt at, DeadLetterHeaders letter, String begins) {
    all.forEach(each -> each.refused(at, letter, begins));
  }

  /** @param partitions how many its topic has */
  public void keyed(RecordAt at, byte[] key, int partitions) {
    all.forEach(each -> each.keyed(at, key, partitions));
  }

  /** What was found: what has to be put right first, of that what does most harm first. */
  public List<Finding> findings() {
    return all.stream()
        .map(Symptom::findings)
        .flatMap(List::stream)
        .sorted(Comparator.comparing(finding -> finding.heading().urgency()))
        .toList();
  }

  /** How often something was not remembered, since there was too much: of that nothing is said. */
  public long unremembered() {
    return memory.refused();
  }
}
