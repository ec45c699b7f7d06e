package kongo.protocol;

/** Thrown inside a decoder where it becomes clear that a record cannot be used. */
final class Refusal extends Exception {

  private final transient Reason reason;

  Refusal(Reason reason, String detail) {
    super(detail, null, false, false);
    this.reason = reason;
  }

  Reason reason() {
    return reason;
  }
}
