package kongo.replay;

/** The journal cannot be read: there is none, or Cassandra does not answer; the message is for people. */
public final class JournalUnreachable extends RuntimeException {

  JournalUnreachable(String message, Throwable cause) {
    super(message, cause);
  }
}
