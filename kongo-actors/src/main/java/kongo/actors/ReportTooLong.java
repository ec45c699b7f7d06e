package kongo.actors;

/** What an entity would have to say of itself is longer than nodes can send each other. */
public final class ReportTooLong extends RuntimeException {

  public ReportTooLong(String subject, Answer.TooLong answer) {
    super(
        "%s would have to answer with about %d bytes, and nodes send each other %d at most (kongo.actors.longest-answer)."
            .formatted(subject, answer.bytes(), answer.most()), null, false, false);
  }
}
