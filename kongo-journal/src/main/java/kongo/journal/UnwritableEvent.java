package kongo.journal;

/** An event that can never be written, however often it is tried: its record is at fault. */
final class UnwritableEvent extends RuntimeException {

  private static final long serialVersionUID = 1;

  UnwritableEvent(String message, Throwable cause) {
    super(message, cause);
  }

  static UnwritableEvent tooLarge(Object event, int bytes, long most) {
    return new UnwritableEvent(
        "%s has %d bytes, a row takes %d".formatted(event.getClass().getSimpleName(), bytes, most), null);
  }
}
