package kongo.ingest;

import java.util.List;
import org.apache.pekko.actor.typed.ActorRef;

/** What nodes say to each other about rule books: bound to Jackson CBOR in reference.conf. */
sealed interface BookTalk {

  /** What the pub-sub topic for it is called. */
  String NAME = "kongo-rule-books";

  /** Who knows this version, and has no entity that begins with an older one? */
  record WhoKnows(long version, ActorRef<Object> replyTo) implements BookTalk {}

  /** @param node who says it: its address */
  record Knows(String node, long version) implements BookTalk {}

  /**
   * How far the books have come, said by the one node that spreads them.
   *
   * @param known the newest version
   * @param target what all are being told, or were told last
   * @param completed everybody knows up to this version
   * @param done so many have taken it
   * @param all so many there are; negative: not counted yet
   * @param failing so many cannot take it now
   * @param failed which ones, the first of them
   * @param troubles in words, some of them; empty if there are none
   */
  record Progress(long known, long target, long completed, long done, long all, int failing, List<String> failed, List<String> troubles)
      implements BookTalk {

    /** Before anybody has said anything. */
    static final Progress UNKNOWN = new Progress(-1, -1, -1, 0, 0, 0, List.of(), List.of());

    /** A node of an older release does not say which ones. */
    public Progress {
      failed = failed == null ? List.of() : failed;
    }
  }
}
