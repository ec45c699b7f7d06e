package kongo.ingest;

/** A command made its entity fail alike again and again. */
final class Poisoned extends RuntimeException {

  Poisoned(String cause) {
    super(cause, null, false, false);
  }
}
