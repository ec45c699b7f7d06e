package kongo.doctor.symptom;

import java.util.List;
import kongo.doctor.finding.Finding;
import kongo.doctor.finding.RecordAt;
import kongo.goods.Move;
import kongo.location.Reading;
import kongo.protocol.DeadLetterHeaders;
import kongo.protocol.Feed;
import kongo.protocol.RegistryRecord;

/**
 * One thing that may be amiss with what is sent in. It takes the records one by one and says at the end what it found.
 * All of the registry comes first, then all moves, then all readings, then the dead letters; of each partition in the
 * order of its offsets.
 */
interface Symptom {

  default void registered(RecordAt at, RegistryRecord said) {}

  default void moved(RecordAt at, String goods, Move move) {}

  default void measured(RecordAt at, String location, Reading reading) {}

  /** A sensor that travels with a Goods has measured: at the Goods itself. */
  default void measuredByLogger(RecordAt at, String goods, Reading reading) {
    measured(at, goods, reading);
  }

  /** Of a reading that says in which unit its value is. */
  default void unitGiven(RecordAt at, String metric, String unit) {}

  /** A record that can be used has a field that means nothing to Kongo. */
  default void ignored(RecordAt at, Feed feed, String field, String value) {}

  /** @param begins the first bytes of the record as text */
  default void refused(RecordAt at, DeadLetterHeaders letter, String begins) {}

  /** @param partitions how many its topic has */
  default void keyed(RecordAt at, byte[] key, int partitions) {}

  List<Finding> findings();
}
