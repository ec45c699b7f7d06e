package kongo.host.store;

import com.datastax.oss.driver.api.core.CqlSession;
import java.time.Duration;
import kongo.host.ExitStatus;
import kongo.host.StartFailure;

/** What the data of a keyspace belongs to: written once by the first node, compared by every other start. */
public final class KeyspaceClaims {

  private final CqlSession session;
  private final String keyspace;

  public KeyspaceClaims(CqlSession session, String keyspace) {
    this.session = session;
    this.keyspace = keyspace;
  }

  /** @throws StartFailure if the data belongs to another rule book */
  public void claimRuleBook(String hash) {
    String kept = claim("rule-book", hash);
    if (!kept.equals(hash)) {
      throw new StartFailure(
          ExitStatus.REFUSED,
          ("The data in keyspace %s belongs to the rule book %s, this node has the rule book %s: start it with the book"
                  + " of the data (kongo.rules.file), or begin anew with an empty keyspace (kongo.cassandra.keyspace),"
                  + " another consumer group (kongo.kafka.group) and an empty topic for the violations"
                  + " (kongo.kafka.topics.violations).")
              .formatted(keyspace, shortened(kept), shortened(hash)));
    }
  }

  /**
   * Claims a setting that decides what is accepted, and so what is a violation.
   *
   * @param key below {@code kongo}
   * @throws StartFailure if the data was begun with another value
   */
  public void claimLaw(String key, Duration value) {
    claimLaw(key, value.toMillis(), "ms");
  }

  /**
   * The same for one that is a number.
   *
   * @throws StartFailure if the data was begun with another value
   */
  public void claimLaw(String key, long value) {
    claimLaw(key, value, "");
  }

  private void claimLaw(String key, long value, String unit) {
    String kept = claim(key, Long.toString(value));
    if (!kept.equals(Long.toString(value))) {
      throw new StartFailure(
          ExitStatus.REFUSED,
          ("The data in keyspace %s was begun with kongo.%s = %s%s, this node has %d%s: set it to %s%s, or begin anew with"
                  + " an empty keyspace (kongo.cassandra.keyspace), another consumer group (kongo.kafka.group) and an empty"
                  + " topic for the violations (kongo.kafka.topics.violations).")
              .formatted(keyspace, key, kept, unit, value, unit, kept, unit));
    }
  }

  /** @throws StartFailure if the rows lie by another size */
  public void claimJournalPartitionSize(long size) {
    String kept = claim("journal-partition-size", Long.toString(size));
    if (!kept.equals(Long.toString(size))) {
      throw new StartFailure(
          ExitStatus.REFUSED,
          ("The journal in keyspace %s was written with pekko.persistence.cassandra.journal.target-partition-size = %s,"
                  + " this node has %s: set it to %s, it cannot be changed.")
              .formatted(keyspace, kept, size, kept));
    }
  }

  /** @throws StartFailure if the topic had another number of partitions when it was first used */
  public void claimPartitions(String topic, int partitions) {
    String kept = claim("partitions/" + topic, Integer.toString(partitions));
    if (!kept.equals(Integer.toString(partitions))) {
      throw new StartFailure(
          ExitStatus.REFUSED,
          ("The topic %s has %d partitions but had %s when keyspace %s was begun, and its order went with them: make it"
                  + " anew with %s, or begin anew with an empty keyspace and other topics.")
              .formatted(topic, partitions, kept, keyspace, kept));
    }
  }

  private String claim(String name, String value) {
    var insert = "INSERT INTO %s.claims (name, value) VALUES (?, ?) IF NOT EXISTS".formatted(keyspace);
    var result = CassandraOutage.outlast(() -> session.execute(insert, name, value));
    return result.wasApplied() ? value : result.one().getString("value");
  }

  private static String shortened(String hash) {
    return hash.length() > 12 ? hash.substring(0, 12) + "…" : hash;
  }
}
