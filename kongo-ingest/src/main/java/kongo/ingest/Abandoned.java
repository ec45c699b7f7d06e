package kongo.ingest;

/** Ends the work on a partition that is no longer consumed here. */
final class Abandoned extends RuntimeException {

  Abandoned(Lane lane) {
    super(lane + " is no longer consumed here", null, false, false);
  }
}
