package kongo.protocol;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import kongo.registry.GoodsProfile;
import kongo.registry.PlaceProfile;
import kongo.registry.PlaceType;
import kongo.registry.Registration;

/** Decodes the registry topic; a null value deletes the profile of the key. */
public final class RegistryDecoder extends RecordDecoder<RegistryRecord> {

  private static final Set<String> FIELDS =
      Set.of("type", "id", "name", "x", "y", "categories", "maxWeight", "weight", "useBy", "route", "from");

  /** What a registry record may be about. */
  private enum Type {
    WAREHOUSE,
    TRUCK,
    GOODS
  }

  @Override
  public Set<String> fields() {
    return FIELDS;
  }

  @Override
  RegistryRecord read(byte[] key, byte[] value, long timestamp) throws Refusal {
    return value == null ? deletion(key) : profile(key, JsonObject.read(value, FIELDS));
  }

  @Override
  void forget() {
    // nothing is kept
  }

  private static RegistryRecord deletion(byte[] key) throws Refusal {
    // Latin-1 makes of every byte one character, and of those beyond ASCII none that an identifier has.
    String id = key == null ? "" : new String(key, StandardCharsets.ISO_8859_1);
    if (!Identifiers.isValid(id)) {
      throw new Refusal(Reason.INVALID_IDENTIFIER, "the value is null, which deletes the profile of the key, but the key is " + (key == null ? "missing" : Identifiers.problem(id)));
    }
    return new RegistryRecord(id, Registration.DELETED);
  }

  private static RegistryRecord profile(byte[] key, JsonObject json) throws Refusal {
    Optional<Type> type = json.oneOf("type", Type.class);
    String id = json.identifier("id");
    OptionalLong from = json.optionalBeginning("from");
    Optional<Registration> registration = type.map(known -> registration(json, known));
    json.refuseIfAny();
    Identifiers.requireKey(key, "id", id);
    return new RegistryRecord(id, registration.orElseThrow(), from);
  }

  private static Registration registration(JsonObject json, Type type) {
    return switch (type) {
      case GOODS -> goods(json);
      case WAREHOUSE -> place(json, PlaceType.WAREHOUSE, PlaceProfile.UNLIMITED);
      case TRUCK -> place(json, PlaceType.TRUCK, json.grams("maxWeight").orElse(PlaceProfile.UNLIMITED));
    };
  }

  private static GoodsProfile goods(JsonObject json) {
    return new GoodsProfile(
        json.grams("weight").orElse(0),
        json.identifiers("categories"),
        json.optionalMillis("useBy").orElse(GoodsProfile.NEVER),
        route(json));
  }

  private static List<String> route(JsonObject json) {
    List<String> route = json.identifiers("route");
    if (json.has("route") && route.isEmpty()) {
      json.note(OutOfRange.empty("route", "would allow no warehouse: leave it out, or name those that it may go to"));
    }
    return route;
  }

  private static PlaceProfile place(JsonObject json, PlaceType type, long maxWeightGrams) {
    String name = wellFormed(json.text("name"));
    return new PlaceProfile(
        type, name, json.number("x"), json.number("y"), json.identifiers("categories"), maxWeightGrams);
  }

  /** JSON can escape half a surrogate pair, which no encoding can write again: it is replaced. */
  private static String wellFormed(String name) {
    StringBuilder text = new StringBuilder(name.length());
    name.codePoints()
        .map(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE ? 0xFFFD : c)
        .forEach(text::appendCodePoint);
    return text.toString();
  }
}
