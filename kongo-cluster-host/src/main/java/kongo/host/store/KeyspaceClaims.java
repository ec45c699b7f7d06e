package kongo.host.store;

import com.datastax.oss.driver.api.core.CqlSession;
import java.time.Duration;
import java.time.Instant;
import kongo.host.ExitStatus;
import kongo.host.StartFailure;

/** What the data of a keyspace belongs to: written once by the first node, compared by every other start. */
public final class KeyspaceClaims {

  private static final String EPOCH = "epoch";

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
    claimLaw(key, Long.toString(value.toMillis()), "ms");
  }

  /**
   * The same for one that is a time.
   *
   * @throws StartFailure if the data was begun with another value
   */
  public void claimLaw(String key, Instant value) {
    claimLaw(key, value.toString(), "");
  }

  /**
   * The same for one that is a number.
   *
   * @throws StartFailure if the data was begun with another value
   */
  public void claimLaw(String key, long value) {
    claimLaw(key, Long.toString(value), "");
  }

  private void claimLaw(String key, String value, String unit) {
    String kept = claim(key, value);
    if (!kept.equals(value)) {
      throw new StartFailure(
          ExitStatus.REFUSED,
          ("The data in keyspace %s was begun with kongo.%s = %s%s, this node has %s%s: set it to %s%s, or begin anew with"
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

  /**
   * Claims an input topic for an epoch.
   *
   * @throws StartFailure if the topic was made anew, or has another number of partitions, since it was first used in it
   */
  public void claimTopic(TopicIdentity topic, int epoch) {
    String kept = claim("topic/%d/%s".formatted(epoch, topic.name()), topic.identity());
    if (!kept.equals(topic.identity())) {
      throw new StartFailure(
          ExitStatus.REFUSED,
          ("The topic %s has %s, but in epoch %d of keyspace %s it has %s: it was made anew or got more partitions, and"
                  + " its records would be taken for older ones. End all nodes, set kongo.kafka.epoch = %d"
                  + " (KONGO_EPOCH) on all of them and start again; docs/operations.md says what to do with records that"
                  + " were not read before.")
              .formatted(topic.name(), topic.identity(), epoch, keyspace, kept, epoch + 1));
    }
  }

  /**
   * Claims the topic of the rule books, which is one for all epochs.
   *
   * @throws StartFailure if the topic was made anew since, or has several partitions
   */
  public void claimRules(TopicIdentity topic) {
    String kept = claim("rules/" + topic.name(), topic.identity());
    if (topic.partitions() != 1 || !kept.equals(topic.identity())) {
      throw new StartFailure(
          ExitStatus.REFUSED,
          ("The topic of the rule books %s has %s, but has to have one partition and to be that of the data, which has %s:"
                  + " what was judged by its books could not be judged again.")
              .formatted(topic.name(), topic.identity(), kept));
    }
  }

  /**
   * Claims the newest epoch; to be called as a member of the cluster, whose nodes all have the same.
   *
   * @throws StartFailure if the data is of a later epoch
   */
  public void claimEpoch(int epoch) {
    String mine = Integer.toString(epoch);
    for (String kept = claim(EPOCH, mine); !kept.equals(mine); kept = replace(EPOCH, kept, mine)) {
      if (Integer.parseInt(kept) > epoch) {
        throw new StartFailure(
            ExitStatus.REFUSED,
            "The data in keyspace %s is of epoch %s, this node has kongo.kafka.epoch = %d (KONGO_EPOCH): set it to %s."
                .formatted(keyspace, kept, epoch, kept));
      }
    }
  }

  private String replace(String name, String from, String to) {
    var update = "UPDATE %s.claims SET value = ? WHERE name = ? IF value = ?".formatted(keyspace);
    var result = CassandraOutage.outlast(() -> session.execute(update, to, name, from));
    return result.wasApplied() ? to : result.one().getString("value");
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
