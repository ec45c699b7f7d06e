package kongo.doctor.finding;

/** What is counted of a finding's items. */
public enum Counted {
  READINGS("reading", "readings"),
  MOVES("move", "moves"),
  RECORDS("record", "records"),
  GOODS("Goods", "Goods"),
  PLACES("place", "places");

  private final String one;
  private final String many;

  Counted(String one, String many) {
    this.one = one;
    this.many = many;
  }

  /** The number with the word, such as {@code 1,204 readings}. */
  public String of(long count) {
    return "%,d %s".formatted(count, count == 1 ? one : many);
  }
}
