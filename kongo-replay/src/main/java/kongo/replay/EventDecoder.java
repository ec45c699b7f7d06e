package kongo.replay;

import com.typesafe.config.ConfigFactory;
import org.apache.pekko.actor.ActorSystem;
import org.apache.pekko.serialization.Serialization;
import org.apache.pekko.serialization.SerializationExtension;

/** Turns the bytes of rows into events, with the serializers that the entities write with. */
final class EventDecoder implements AutoCloseable {

  private static final String LOCAL =
      "pekko { actor.provider = local, daemonic = on, jvm-shutdown-hooks = off, log-dead-letters = off, loglevel = WARNING }";

  private final ActorSystem system;
  private final Serialization serialization;

  EventDecoder() {
    // not the application.conf of a node that may be on the class path
    system =
        ActorSystem.create(
            "replay",
            ConfigFactory.parseString(LOCAL).withFallback(ConfigFactory.defaultReferenceUnresolved()).resolve(),
            EventDecoder.class.getClassLoader());
    serialization = SerializationExtension.get(system);
  }

  /** @throws IllegalArgumentException if the bytes are no event that this version knows */
  Object decode(JournalRow row) {
    byte[] bytes = new byte[row.event().remaining()];
    row.event().duplicate().get(bytes);
    try {
      return serialization.deserialize(bytes, row.serializer(), row.manifest()).get();
    } catch (Exception problem) {
      throw new IllegalArgumentException(problem.getMessage(), problem);
    }
  }

  @Override
  public void close() {
    system.terminate();
  }
}
