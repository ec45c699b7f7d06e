package kongo.protocol;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import kongo.rules.BooksInForce;
import kongo.rules.RuleHistory;

/** What programs are told of a rule book that was sent: all but its rules. */
public final class SentBookJson {

  private SentBookJson() {}

  /** {@code from} is null where it holds since ever. */
  public static ObjectNode of(RuleHistory.Sent sent, BooksInForce.State state) {
    ObjectNode json = JsonNodeFactory.instance.objectNode().put("version", sent.offset());
    json.put("from", sent.from() == RuleHistory.EVER ? null : Long.valueOf(sent.from()));
    return json.put("rules", sent.book().rules().size()).put("hash", sent.book().hash()).put("state", state.toString());
  }
}
