package kongo.host;

/** How a node ends; the numbers are the process's exit codes. A node that a signal stops exits with 128 + its number. */
public enum ExitStatus {
  /** Left its cluster in order. */
  STOPPED(0),
  /** Refused: wrong settings, another rule book than the data's. Starting again without a change would not help. */
  REFUSED(2),
  /** A step of the start failed, a port in use among others. */
  START_FAILED(70),
  /** Could not join its cluster. */
  NOT_JOINED(74),
  /** The other nodes went on without this one: start again. */
  DOWNED(75),
  /** Paused for too long to be allowed to write: start again. */
  PAUSED(76),
  /** Another cluster holds the lease: start again, to join that one. */
  FENCED(77);

  private final int code;

  ExitStatus(int code) {
    this.code = code;
  }

  public int code() {
    return code;
  }
}
