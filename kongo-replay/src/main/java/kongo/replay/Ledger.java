package kongo.replay;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import java.util.function.Function;
import kongo.kafka.TopicReader;
import kongo.protocol.DeadLetterHeaders;
import kongo.protocol.Feed;
import kongo.protocol.Reason;
import kongo.protocol.RecordDecoder;
import kongo.verify.Ticker;
import kongo.verify.Verification;
import kongo.verify.VerifySettings;
import kongo.violation.Source;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** Balances every input record in Kafka with the journals and the dead letters. */
public final class Ledger {

  private static final int ENTITIES_AT_ONCE = 8;

  private final VerifySettings settings;
  private final Ticker ticker;
  private final JournaledOffsets journaled;
  private final SourceOffsets deadLetters = new SourceOffsets();
  private final Findings residual = new Findings();
  private final Findings both = new Findings();
  private long conflicts;

  private Ledger(VerifySettings settings, Function<String, Set<Integer>> epochs, Consumer<String> progress) {
    this.settings = settings;
    this.journaled = new JournaledOffsets(epochs);
    this.ticker = new Ticker(progress);
  }

  /**
   * Waits for rest, then balances.
   *
   * @param audit whether the journals are audited on the way
   * @param progress takes a line now and then
   */
  public static LedgerResult run(VerifySettings settings, Journal journal, boolean audit, Consumer<String> progress)
      throws InterruptedException, ExecutionException {
    return balance(settings, journal, audit, Verification.awaitRest(settings, progress), progress);
  }

  /**
   * Balances without waiting.
   *
   * @param unread input records that were not committed when somebody else waited
   */
  public static LedgerResult balance(
      VerifySettings settings, Journal journal, boolean audit, long unread, Consumer<String> progress) {
    return new Ledger(settings, journal::epochsOf, progress).balance(journal, audit, unread);
  }

  private LedgerResult balance(Journal journal, boolean audit, long unread) {
    JournalAudit places = new JournalAudit(settings.retention());
    List<JournalId> ids = journal.ids();
    try (JournalScan scan = new JournalScan(journal);
        TopicReader reader = new TopicReader(settings.client())) {
      scan.run(ids, ENTITIES_AT_ONCE, id -> audit ? both(journaled.reader(id), places.reader(id)) : journaled.reader(id),
          read -> ticker.say(() -> "%,d of %,d journals".formatted(read, ids.size())));
      reader.read(settings.topics().deadLetters(), this::deadLetter);
      Map<String, Balance> balances = balances(reader);
      Optional<AuditReport> report = audit ? Optional.of(places.report(ids.size(), scan)) : Optional.empty();
      return new LedgerResult(balances, residual, journaled.twice(), both, conflicts, unread, scan.faults(), report);
    }
  }

  private static EntityReader both(EntityReader one, EntityReader other) {
    return new EntityReader() {
      @Override
      public void begin(long sequenceNr, Object snapshot) {
        one.begin(sequenceNr, snapshot);
        other.begin(sequenceNr, snapshot);
      }

      @Override
      public void event(long sequenceNr, Object event) {
        one.event(sequenceNr, event);
        other.event(sequenceNr, event);
      }

      @Override
      public void end() {
        one.end();
        other.end();
      }
    };
  }

  private void deadLetter(ConsumerRecord<byte[], byte[]> letter) {
    try {
      DeadLetterHeaders headers = DeadLetterHeaders.read(letter.headers());
      boolean isNew = deadLetters.add(new Source(headers.topic(), headers.partition()), headers.offset());
      conflicts += isNew && headers.reason() == Reason.CONFLICT ? 1 : 0;
    } catch (IllegalArgumentException malformed) {
      // it accounts for no record; verify tells of it
      return;
    }
  }

  private Map<String, Balance> balances(TopicReader reader) {
    Map<String, Balance> balances = new TreeMap<>();
    for (Feed feed : Feed.values()) {
      String topic = feed.topic(settings.topics());
      for (TopicPartition partition : reader.partitions(topic)) {
        ticker.say(() -> "balancing " + partition);
        balances.merge(topic, balance(reader, partition, feed), Balance::plus);
      }
    }
    return balances;
  }

  private Balance balance(TopicReader reader, TopicPartition partition, Feed feed) {
    Source source = new Source(partition.topic(), partition.partition());
    RecordDecoder<?> decoder = feed.decoder(settings.eventTime());
    return new PartitionBalance(journaled.of(source), deadLetters.of(source), journaled.deleted(feed, source.topic()), decoder, residual, both)
        .of(action -> reader.read(partition, action));
  }
}
