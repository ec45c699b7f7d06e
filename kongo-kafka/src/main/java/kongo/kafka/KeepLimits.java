package kongo.kafka;

/**
 * How much of a record is kept, for the case that it becomes a dead letter.
 *
 * @param wholeBytes of a key or of a value; what is longer is cut. At least one more than a usable value may have
 * @param headerBytes of all headers of a record together; those beyond are left out
 * @param largeBytes of values that are longer than a usable one, in what is fetched at a time; when these are spent, such
 *     values are cut to the length that shows that they are too large
 */
public record KeepLimits(int wholeBytes, int headerBytes, int largeBytes) {

  /** A value of so many bytes may be used, a longer one never. */
  public static final int USABLE_BYTES = 65_536;
}
