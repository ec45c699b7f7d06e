package kongo.host;

/** Ends the process at once, without any shutdown work: nothing may be written any more. */
@FunctionalInterface
public interface Halt {

  void now(ExitStatus status, String sentence);

  /** Of the real process. */
  static Halt ofTheProcess() {
    return (status, sentence) -> {
      System.err.println(sentence);
      Runtime.getRuntime().halt(status.code());
    };
  }
}
