package kongo.rules;

/** Of a rule book that has not been heard of here yet; it will be. */
public final class UnknownBook extends IllegalStateException {

  private static final long serialVersionUID = 1;

  UnknownBook(long version, long last) {
    super("the rule book of offset %d is not known, the last one is of offset %d".formatted(version, last));
  }
}
