package kongo.actors.persisted;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.apache.pekko.serialization.jackson.JacksonMigration;

/** How an earlier version of a form is made the present one, step by step. Named in reference.conf by its form's class. */
abstract class Migration extends JacksonMigration {

  private final int currentVersion;

  Migration(int currentVersion) {
    this.currentVersion = currentVersion;
  }

  @Override
  public final int currentVersion() {
    return currentVersion;
  }

  @Override
  public final JsonNode transform(int fromVersion, JsonNode form) {
    for (int version = fromVersion; version < currentVersion; version++) {
      next(version, (ObjectNode) form);
    }
    return form;
  }

  /** Makes a form of this version one of the next. */
  abstract void next(int version, ObjectNode form);
}
