package kongo.cluster;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import kongo.reference.RefusedRecord;
import kongo.stream.Ask;
import kongo.stream.BatchSteps;

/** The stream over one partition: what is committed lasts, everything else is lost in a crash. */
interface Lane {

  boolean isAtRest();

  /** Grows with every crash. */
  int life();

  Set<RefusedRecord> deadLetters();

  void crash();

  /** Takes records, or commits what is done; the asks to send now. */
  List<Ask> step();

  List<Ask> due();

  /** An ask that has waited too long, if there is one. */
  Optional<Ask> impatient();

  /** The steps to take an answer in, unless the stream that asked is gone. */
  Optional<BatchSteps> stepsOf(int asked, Ask ask);
}
