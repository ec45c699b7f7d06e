package kongo.ingest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import kongo.protocol.SentBookJson;
import kongo.rules.BooksInForce;
import kongo.rules.RuleHistory;

/** The rule books that a node knows, and how far they have come, for programs. */
public final class RulesJson {

  /** So many of each sort are told, the newest: what is longer belongs to whoever reads the topic. */
  private static final int MOST = 1_000;

  private RulesJson() {}

  /** @param now in milliseconds: which book is in force now */
  public static ObjectNode of(BookLog books, SpreadView spread, long now) {
    RuleHistory history = books.history();
    ObjectNode json = JsonNodeFactory.instance.objectNode().put("version", history.version()).put("sent", history.sent().size() - 1);
    json.set("books", books(books, history, now));
    json.set("refused", refused(books));
    json.set("spread", spread(spread));
    return json;
  }

  /** The configured one first, as the history has it. */
  private static ArrayNode books(BookLog books, RuleHistory history, long now) {
    BooksInForce inForce = new BooksInForce(history);
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    array.add(SentBookJson.of(history.sent().get(0), inForce.state(RuleHistory.CONFIGURED, now)));
    List<BookLog.Sent> sent = books.sent().stream().filter(each -> each.offset() <= history.version()).toList();
    newest(sent).forEach(each -> array.add(
        SentBookJson.of(new RuleHistory.Sent(each.offset(), each.record().from(), each.record().book()), inForce.state(each.offset(), now))
            .put("sent", each.timestamp())
            .put("by", each.record().by())
            .put("comment", each.record().comment())));
    return array;
  }

  private static <T> List<T> newest(List<T> all) {
    return all.subList(Math.max(0, all.size() - MOST), all.size());
  }

  private static ArrayNode refused(BookLog books) {
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    newest(books.refusedFrom(0)).forEach(each -> array.addObject()
        .put("version", each.record().offset())
        .put("sent", each.record().timestamp())
        .put("reason", each.reason().header())
        .put("detail", each.detail()));
    return array;
  }

  private static ObjectNode spread(SpreadView spread) {
    ObjectNode json = JsonNodeFactory.instance.objectNode()
        .put("known", spread.known())
        .put("target", spread.target())
        .put("completed", spread.completed())
        .put("done", spread.done())
        .put("toDo", spread.isCounted() ? Long.valueOf(spread.toDo()) : null)
        .put("failing", spread.failing());
    spread.failed().forEach(json.putArray("failed")::add);
    spread.troubles().forEach(json.putArray("troubles")::add);
    return json;
  }
}
