package kongo.doctor.finding;

/** What an examination may remember, and how often that was not enough. */
public final class Memory {

  private final Limits limits;

  private long refused;

  public Memory(Limits limits) {
    this.limits = limits;
  }

  public Limits limits() {
    return limits;
  }

  public <K, V> Remembered<K, V> remembered() {
    return new Remembered<>(this);
  }

  /** Something is not remembered, since there is too much already. */
  public void refuse() {
    refused++;
  }

  /** How often something was not remembered. */
  public long refused() {
    return refused;
  }
}
