package kongo.reference;

import kongo.goods.Move;
import kongo.location.Reading;
import kongo.registry.Registration;

/** One usable record of an input topic. */
public sealed interface LogRecord {

  InputTopic topic();

  int partition();

  long offset();

  /** The record's key: a Location for readings, a Goods for moves, either for registrations. */
  String id();

  void offerTo(Acceptance acceptance);

  record OfReading(int partition, long offset, String id, Reading reading) implements LogRecord {

    @Override
    public InputTopic topic() {
      return InputTopic.SENSORS;
    }

    @Override
    public void offerTo(Acceptance acceptance) {
      acceptance.reading(partition, offset, id, reading);
    }
  }

  record OfMove(int partition, long offset, String id, Move move) implements LogRecord {

    @Override
    public InputTopic topic() {
      return InputTopic.RFID;
    }

    @Override
    public void offerTo(Acceptance acceptance) {
      acceptance.move(partition, offset, id, move);
    }
  }

  record OfRegistration(int partition, long offset, String id, Registration registration) implements LogRecord {

    @Override
    public InputTopic topic() {
      return InputTopic.REGISTRY;
    }

    @Override
    public void offerTo(Acceptance acceptance) {
      acceptance.registration(partition, offset, id, registration);
    }
  }
}
