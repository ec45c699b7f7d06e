package kongo.rules;

import kongo.violation.Kind;

/**
 * A Goods may be at one place no longer than this.
 *
 * @param stayMillis how long a stay may last
 */
public record Overstay(long stayMillis) implements Condition {

  /** None: it is about time alone. */
  @Override
  public String metric() {
    return null;
  }

  @Override
  public Kind kind() {
    return Kind.OVERSTAY;
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
    return "stay|" + scope + "|" + stayMillis;
  }

  @Override
  public <T> T when(Cases<T> cases) {
    return cases.overstay(this);
  }
}
