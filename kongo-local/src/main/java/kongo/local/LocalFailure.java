package kongo.local;

/** Why something local could not be started, in one sentence that tells its reader what to do. */
public final class LocalFailure extends RuntimeException {

  public LocalFailure(String sentence) {
    super(sentence);
  }

  public LocalFailure(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
