package kongo.rules;

import kongo.violation.Kind;

/**
 * Sensors have to be heard of: no longer than this without a reading of the metric, of whichever of them.
 *
 * @param silentMillis how long nothing may come
 */
public record Silence(String metric, long silentMillis) implements Condition {

  @Override
  public Kind kind() {
    return Kind.SILENCE;
  }

  @Override
  public boolean namesMaxWeight() {
    return false;
  }

  @Override
  public int hashFormat() {
    return 3;
  }

  @Override
  public String hashed(String scope) {
    return "silent|" + metric + "|" + scope + "|" + silentMillis;
  }

  @Override
  public <T> T when(Cases<T> cases) {
    return cases.silence(this);
  }
}
