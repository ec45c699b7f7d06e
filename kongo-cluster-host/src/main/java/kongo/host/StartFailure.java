package kongo.host;

/** A start that cannot go on; the message is one sentence for the operator. */
public final class StartFailure extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final ExitStatus status;

  public StartFailure(ExitStatus status, String sentence) {
    super(sentence);
    this.status = status;
  }

  public StartFailure(ExitStatus status, String sentence, Throwable cause) {
    super(sentence, cause);
    this.status = status;
  }

  public ExitStatus status() {
    return status;
  }
}
