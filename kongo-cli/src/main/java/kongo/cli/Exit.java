package kongo.cli;

/** What Kongo's commands exit with. */
final class Exit {

  static final int OK = 0;

  /** It ran, and its answer is no: a difference was found, a rule book is wrong, something is down. */
  static final int WRONG = 1;

  /** Options or arguments were wrong. */
  static final int USAGE = 2;

  /** Something it needs could not be started or reached. */
  static final int FAILED = 3;

  private Exit() {}
}
