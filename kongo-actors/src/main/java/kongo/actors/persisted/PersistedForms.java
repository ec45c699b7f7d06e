package kongo.actors.persisted;

import java.io.NotSerializableException;
import org.apache.pekko.actor.ExtendedActorSystem;
import org.apache.pekko.serialization.SerializerWithStringManifest;
import org.apache.pekko.serialization.jackson.JacksonCborSerializer;

/**
 * Writes and reads what is persisted: Pekko's Jackson CBOR under the names and versions of {@link PersistedForm}, as
 * {@code goods-seen#2}. Thread-safe.
 */
public final class PersistedForms extends SerializerWithStringManifest {

  /** Part of the stored data: never to be changed. */
  private static final int IDENTIFIER = 70_001;

  private static final String CBOR = "jackson-cbor";

  private final JacksonCborSerializer cbor;

  public PersistedForms(ExtendedActorSystem system) {
    this.cbor = new JacksonCborSerializer(system, CBOR);
  }

  @Override
  public int identifier() {
    return IDENTIFIER;
  }

  @Override
  public String manifest(Object persisted) {
    PersistedForm form = PersistedForm.of(persisted);
    String known = cbor.manifest(persisted);
    String version = known.substring(form.type().getName().length());
    return form.key() + (version.isEmpty() ? "#1" : version);
  }

  @Override
  public byte[] toBinary(Object persisted) {
    return cbor.toBinary(persisted);
  }

  /** @throws IllegalArgumentException if this version knows no such form */
  @Override
  public Object fromBinary(byte[] bytes, String manifest) throws NotSerializableException {
    int mark = manifest.indexOf('#');
    if (mark < 0) {
      throw new IllegalArgumentException("\"" + manifest + "\" has no version");
    }
    String version = manifest.substring(mark);
    String type = PersistedForm.named(manifest.substring(0, mark)).type().getName();
    return cbor.fromBinary(bytes, version.equals("#1") ? type : type + version);
  }
}
