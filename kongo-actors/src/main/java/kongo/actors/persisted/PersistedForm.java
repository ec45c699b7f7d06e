package kongo.actors.persisted;

import java.util.Arrays;
import kongo.goods.GoodsEvent;
import kongo.goods.GoodsSnapshot;
import kongo.location.LocationEvent;
import kongo.location.LocationSnapshot;

/**
 * What lies in journals and snapshots: each has a name for all time, whatever its class is called, and a version that
 * grows with every change of its fields from the first release on: then a Jackson migration, named in reference.conf by the
 * form's class, reads the earlier ones.
 */
public enum PersistedForm {
  MOVES_ACCEPTED("moves-accepted", GoodsEvent.MovesAccepted.class),
  REGISTERED("registered", GoodsEvent.Registered.class),
  REGISTRATION_REFUSED("registration-refused", GoodsEvent.RegistrationRefused.class),
  LAW_TAKEN("law-taken", GoodsEvent.LawTaken.class),
  LISTENED("listened", GoodsEvent.Listened.class),
  EVIDENCE_SEEN("evidence-seen", GoodsEvent.EvidenceSeen.class),
  GOODS_EFFECTS_PUBLISHED("goods-effects-published", GoodsEvent.EffectsPublished.class),
  GOODS_SNAPSHOT("goods-snapshot", GoodsSnapshot.class),
  READINGS_ACCEPTED("readings-accepted", LocationEvent.ReadingsAccepted.class),
  GOODS_SEEN("goods-seen", LocationEvent.GoodsSeen.class),
  CAUGHT_UP("caught-up", LocationEvent.CaughtUp.class),
  PLACE_SEEN("place-seen", LocationEvent.PlaceSeen.class),
  RULES_SEEN("rules-seen", LocationEvent.RulesSeen.class),
  LOCATION_EFFECTS_PUBLISHED("location-effects-published", LocationEvent.EffectsPublished.class),
  LOCATION_SNAPSHOT("location-snapshot", LocationSnapshot.class);

  private final String key;
  private final Class<?> type;

  PersistedForm(String key, Class<?> type) {
    this.key = key;
    this.type = type;
  }

  /** Its name in the journal. */
  public String key() {
    return key;
  }

  public Class<?> type() {
    return type;
  }

  /** @throws IllegalArgumentException if such objects are not persisted */
  static PersistedForm of(Object persisted) {
    return Arrays.stream(values())
        .filter(form -> form.type == persisted.getClass())
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(persisted.getClass().getName() + " is no persisted form"));
  }

  /** @throws IllegalArgumentException if there is none of that name */
  static PersistedForm named(String key) {
    return Arrays.stream(values())
        .filter(form -> form.key.equals(key))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("\"" + key + "\" is no persisted form that this version knows"));
  }
}
