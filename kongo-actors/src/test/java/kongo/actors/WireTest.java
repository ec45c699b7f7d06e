package kongo.actors;

import static org.assertj.core.api.Assertions.assertThat;

import com.typesafe.config.ConfigFactory;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import kongo.goods.GoodsCommand;
import kongo.goods.GoodsEvent;
import kongo.goods.GoodsSnapshot;
import kongo.location.LocationCommand;
import kongo.location.LocationEvent;
import kongo.location.LocationSnapshot;
import org.apache.pekko.actor.testkit.typed.javadsl.ActorTestKit;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.serialization.Serialization;
import org.apache.pekko.serialization.SerializationExtension;
import org.apache.pekko.serialization.SerializerWithStringManifest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** What is persisted and sent comes back as it was. */
class WireTest {

  private static final ActorTestKit KIT = ActorTestKit.create("wire", ConfigFactory.load("application-test.conf"));
  /** That Cassandra takes: half a segment of its commit log. */
  private static final int LARGEST_ROW = 16 << 20;

  private final Serialization serialization = SerializationExtension.get(KIT.system());

  @AfterAll
  static void stop() {
    KIT.shutdownTestKit();
  }

  @Test
  void bringsBackEveryMessage() {
    ActorRef<Answer> replyTo = KIT.<Answer>createTestProbe().ref();
    for (EntityMessage message : WireSamples.messages(replyTo)) {
      assertThat(thereAndBack(message)).usingRecursiveComparison().isEqualTo(message);
    }
  }

  @Test
  void hasASampleOfEveryMessage() {
    Set<Class<?>> sampled = new HashSet<>();
    WireSamples.messages(KIT.<Answer>createTestProbe().ref()).forEach(message -> sampled.add(message.getClass()));
    assertThat(sampled).containsAll(messageTypes());
  }

  @Test
  void hasASampleOfEveryKindOfCommand() {
    Set<Class<?>> sampled = new HashSet<>();
    for (EntityMessage message : WireSamples.messages(KIT.<Answer>createTestProbe().ref())) {
      if (message instanceof GoodsEntity.Do task) {
        sampled.add(task.command().getClass());
      } else if (message instanceof LocationEntity.Do task) {
        sampled.add(task.command().getClass());
      }
    }
    assertThat(sampled)
        .contains(GoodsCommand.class.getPermittedSubclasses())
        .contains(LocationCommand.class.getPermittedSubclasses());
  }

  private static List<Class<?>> messageTypes() {
    return Stream.of(Answer.class, LocationEntity.class, GoodsEntity.class)
        .flatMap(type -> Stream.of(type.getDeclaredClasses()))
        .filter(type -> type.isRecord() && EntityMessage.class.isAssignableFrom(type))
        .<Class<?>>map(type -> type)
        .toList();
  }

  @Test
  void bringsBackEverythingPersisted() {
    WireSamples.persisted().forEach(
        (name, sample) -> assertThat(thereAndBack(sample)).as(name).usingRecursiveComparison().isEqualTo(sample));
  }

  @Test
  void hasASampleOfEverythingPersisted() {
    Set<Class<?>> sampled = new HashSet<>();
    WireSamples.persisted().values().forEach(sample -> sampled.add(sample.getClass()));
    assertThat(sampled)
        .contains(LocationSnapshot.class, GoodsSnapshot.class)
        .contains(LocationEvent.class.getPermittedSubclasses())
        .contains(GoodsEvent.class.getPermittedSubclasses());
  }

  @Test
  void whatABusyLocationKnowsFitsIntoARow() {
    LocationSnapshot snapshot = WireSamples.busyLocation(200_000);
    assertThat(serializer(snapshot).toBinary(snapshot).length).as("bytes").isLessThan(LARGEST_ROW);
    assertThat(((LocationSnapshot) thereAndBack(snapshot)).goods().equals(snapshot.goods())).isTrue();
  }

  private Object thereAndBack(Object message) {
    byte[] bytes = serialization.serialize(message).get();
    return serialization.deserialize(bytes, serializer(message).identifier(), manifest(message)).get();
  }

  private SerializerWithStringManifest serializer(Object message) {
    return (SerializerWithStringManifest) serialization.findSerializerFor(message);
  }

  private String manifest(Object message) {
    return serializer(message).manifest(message);
  }
}
