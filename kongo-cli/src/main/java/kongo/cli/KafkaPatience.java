package kongo.cli;

/** How long a command waits for a Kafka that does not answer. */
final class KafkaPatience {

  static final int MILLIS = 20_000;

  private KafkaPatience() {}
}
