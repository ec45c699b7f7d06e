package kongo.protocol;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Optional;
import kongo.rules.Aboard;
import kongo.rules.Bound;
import kongo.rules.Bounded;
import kongo.rules.Bounds;
import kongo.rules.Condition;
import kongo.rules.LoadCount;
import kongo.rules.LoadWeight;
import kongo.rules.Measured;
import kongo.rules.Overstay;
import kongo.rules.Rate;
import kongo.rules.Silence;

/** Writes what a rule demands by the keys of a rule book. */
record ConditionJson(JsonGenerator json) implements Condition.Cases<ConditionJson.Keys> {

  /** Writes some fields. */
  @FunctionalInterface
  interface Keys {
    void write() throws IOException;
  }

  @Override
  public Keys measured(Measured condition) {
    return held(condition, condition.holdMillis());
  }

  @Override
  public Keys rate(Rate condition) {
    return held(condition, condition.holdMillis());
  }

  @Override
  public Keys loadWeight(LoadWeight condition) {
    return () -> bounded(condition);
  }

  @Override
  public Keys loadCount(LoadCount condition) {
    return () -> bounded(condition);
  }

  @Override
  public Keys aboard(Aboard condition) {
    return () -> bounded(condition);
  }

  @Override
  public Keys silence(Silence condition) {
    return () -> {
      json.writeStringField("metric", condition.metric());
      json.writeStringField("silent", DurationWords.of(condition.silentMillis()));
    };
  }

  @Override
  public Keys overstay(Overstay condition) {
    return () -> json.writeStringField("stay", DurationWords.of(condition.stayMillis()));
  }

  private Keys held(Bounded condition, long holdMillis) {
    return () -> {
      bounded(condition);
      json.writeStringField("hold", DurationWords.of(holdMillis));
    };
  }

  private void bounded(Bounded condition) throws IOException {
    json.writeStringField("metric", condition.metric());
    Bounds bounds = condition.bounds();
    bound("min", "above", bounds.lower());
    bound("max", "below", bounds.upper());
  }

  private void bound(String inclusive, String exclusive, Optional<Bound> bound) throws IOException {
    if (bound.isEmpty()) {
      return;
    }
    String name = bound.get().inclusive() ? inclusive : exclusive;
    if (bound.get().maxWeight()) {
      json.writeStringField(name, "maxWeight");
    } else {
      JsonOutput.number(json, name, bound.get().value());
    }
  }
}
