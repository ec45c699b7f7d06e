package kongo.reference;

import java.util.OptionalLong;
import kongo.goods.Move;
import kongo.location.Reading;
import kongo.registry.Registration;
import kongo.rules.RuleBook;
import kongo.rules.RuleHistory;
import kongo.violation.Correction;

/** One usable record of an input topic. */
public sealed interface LogRecord {

  InputTopic topic();

  int partition();

  long offset();

  /** The record's key: a Location for readings, a Goods for moves, either for registrations. */
  String id();

  void offerTo(Acceptance acceptance);

  /**
   * @param timestamp of the record, milliseconds
   * @param ofGoods whether it names the place as a Goods
   */
  record OfReading(int partition, long offset, String id, long timestamp, Reading reading, Correction correction, boolean ofGoods)
      implements LogRecord {

    public OfReading(int partition, long offset, String id, long timestamp, Reading reading, Correction correction) {
      this(partition, offset, id, timestamp, reading, correction, false);
    }

    /** One that corrects nothing. */
    public OfReading(int partition, long offset, String id, long timestamp, Reading reading) {
      this(partition, offset, id, timestamp, reading, Correction.ORIGINAL);
    }

    @Override
    public InputTopic topic() {
      return InputTopic.SENSORS;
    }

    @Override
    public void offerTo(Acceptance acceptance) {
      acceptance.reading(partition, offset, timestamp, id, reading, correction, ofGoods);
    }
  }

  record OfMove(int partition, long offset, String id, Move move, Correction correction) implements LogRecord {

    public OfMove(int partition, long offset, String id, Move move) {
      this(partition, offset, id, move, Correction.ORIGINAL);
    }

    @Override
    public InputTopic topic() {
      return InputTopic.RFID;
    }

    @Override
    public void offerTo(Acceptance acceptance) {
      acceptance.move(partition, offset, id, move, correction);
    }
  }

  /**
   * @param timestamp of the record, milliseconds
   * @param from from when on it holds, if it says so; {@link Profiles#EVER}: it is the last word for all time
   */
  record OfRegistration(int partition, long offset, String id, long timestamp, Registration registration, OptionalLong from)
      implements LogRecord {

    /** One that counts for all time, whatever was said before. */
    public OfRegistration(int partition, long offset, String id, Registration registration) {
      this(partition, offset, id, Profiles.EVER, registration, OptionalLong.of(Profiles.EVER));
    }

    @Override
    public InputTopic topic() {
      return InputTopic.REGISTRY;
    }

    @Override
    public void offerTo(Acceptance acceptance) {
      acceptance.registration(partition, offset, timestamp, id, registration, from);
    }
  }

  /** @param from event time in milliseconds from which on it holds, {@link RuleHistory#EVER} if it always did */
  record OfBook(int partition, long offset, long from, RuleBook book) implements LogRecord {

    @Override
    public InputTopic topic() {
      return InputTopic.RULES;
    }

    @Override
    public String id() {
      return "book";
    }

    /** It is a word of those who judge: nothing is accepted by it. */
    @Override
    public void offerTo(Acceptance acceptance) {}
  }
}
