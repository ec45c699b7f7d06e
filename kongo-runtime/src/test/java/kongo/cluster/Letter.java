package kongo.cluster;

import java.util.Optional;
import kongo.reference.InputTopic;
import kongo.reference.RefusedRecord;
import kongo.violation.Refusal;

/** A dead letter: of a record that the law refuses, or that its entity cannot take. */
record Letter(InputTopic topic, int partition, long offset, Optional<Refusal.Reason> refusal) {

  Optional<RefusedRecord> refused() {
    return refusal.map(reason -> new RefusedRecord(topic, partition, offset, reason));
  }
}
