package kongo.actors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.cbor.databind.CBORMapper;
import com.typesafe.config.ConfigFactory;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.pekko.actor.testkit.typed.javadsl.ActorTestKit;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.serialization.Serialization;
import org.apache.pekko.serialization.SerializationExtension;
import org.apache.pekko.serialization.SerializerWithStringManifest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Forms that were written by something else than this code are refused, whichever field is wrong. */
class StrictFormsTest {

  private static final ActorTestKit KIT = ActorTestKit.create("forms", ConfigFactory.load("application-test.conf"));
  private static final CBORMapper CBOR = new CBORMapper();

  private final Serialization serialization = SerializationExtension.get(KIT.system());

  @AfterAll
  static void stop() {
    KIT.shutdownTestKit();
  }

  @Test
  void missingUnknownAndEmptyFieldsFail() throws IOException {
    int damages = 0;
    for (Object sample : samples().toList()) {
      for (var damage : damages(sample).entrySet()) {
        assertThatThrownBy(() -> read(sample, damage.getValue())).as("%s: %s", sample.getClass(), damage.getKey())
            .isInstanceOf(JsonProcessingException.class);
        damages++;
      }
      assertThat(read(sample, tree(sample))).usingRecursiveComparison().isEqualTo(sample);
    }
    assertThat(damages).isGreaterThan(100);
  }

  private static Stream<Object> samples() {
    ActorRef<Answer> replyTo = KIT.<Answer>createTestProbe().ref();
    return Stream.concat(WireSamples.persisted().values().stream(), WireSamples.messages(replyTo).stream());
  }

  private ObjectNode tree(Object sample) throws IOException {
    return (ObjectNode) CBOR.readTree(serialization.serialize(sample).get());
  }

  private Object read(Object sample, ObjectNode form) throws IOException {
    var serializer = (SerializerWithStringManifest) serialization.findSerializerFor(sample);
    byte[] bytes = CBOR.writeValueAsBytes(form);
    return serialization.deserialize(bytes, serializer.identifier(), serializer.manifest(sample)).get();
  }

  private Map<String, ObjectNode> damages(Object sample) throws IOException {
    var damages = new LinkedHashMap<String, ObjectNode>();
    collect(sample.getClass(), "", tree(sample), damages);
    return damages;
  }

  private static void collect(Class<?> record, String path, ObjectNode whole, Map<String, ObjectNode> damages) {
    damages.put("more in " + path, changed(whole, path, node -> node.put("noSuchField", 1)));
    for (RecordComponent field : record.getRecordComponents()) {
      String name = field.getName();
      JsonNode value = whole.at(path).get(name);
      damages.put("without " + path + "/" + name, changed(whole, path, node -> node.remove(name)));
      if (field.getType().isPrimitive()) {
        damages.put("null for " + path + "/" + name, changed(whole, path, node -> node.putNull(name)));
      }
      inner(field.getGenericType(), value).ifPresent(type -> collect(type, path + "/" + name + (value.isArray() ? "/0" : ""), whole, damages));
    }
  }

  /** The record that the field holds, or the first of a list of them. */
  private static Optional<Class<?>> inner(Type type, JsonNode value) {
    boolean listed = type instanceof ParameterizedType list && list.getRawType() == List.class && value.has(0);
    Type inner = listed ? ((ParameterizedType) type).getActualTypeArguments()[0] : type;
    return Optional.of(inner)
        .filter(Class.class::isInstance)
        .<Class<?>>map(t -> (Class<?>) t)
        .filter(t -> t.isRecord() && !value.isNull());
  }

  private static ObjectNode changed(ObjectNode whole, String path, Consumer<ObjectNode> change) {
    ObjectNode copy = whole.deepCopy();
    change.accept((ObjectNode) copy.at(path));
    return copy;
  }
}
