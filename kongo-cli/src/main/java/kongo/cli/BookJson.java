package kongo.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import kongo.protocol.RuleBookJson;
import kongo.protocol.SentBookJson;
import kongo.rules.BooksInForce;
import kongo.rules.RuleBook;
import kongo.rules.RuleHistory;
import kongo.verify.BookRecords;

/** Rule books as JSON. */
final class BookJson {

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final ObjectMapper PRETTY = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private BookJson() {}

  /** One for each record, the configured one first. */
  static List<String> lines(BookRecords records, BooksInForce inForce) {
    List<String> lines = new ArrayList<>();
    long now = System.currentTimeMillis();
    lines.add(line(records.history().sent().get(0), inForce, now).toString());
    for (BookRecords.Accepted each : records.accepted()) {
      ObjectNode line = line(new RuleHistory.Sent(each.offset(), each.record().from(), each.record().book()), inForce, now);
      line.put("sent", each.timestamp()).put("by", each.record().by()).put("comment", each.record().comment());
      lines.add(line.toString());
    }
    records.refused().forEach(each -> lines.add(
        MAPPER.createObjectNode().put("version", each.offset()).put("state", "refused").put("sent", each.timestamp())
            .put("reason", each.why().reason().header()).put("detail", each.why().detail()).toString()));
    return lines;
  }

  private static ObjectNode line(RuleHistory.Sent sent, BooksInForce inForce, long now) {
    return SentBookJson.of(sent, inForce.state(sent.offset(), now));
  }

  /** Also a file that can be sent again, or nodes be configured with. */
  static String pretty(RuleBook book) {
    try {
      return PRETTY.writeValueAsString(PRETTY.readTree(RuleBookJson.text(book)));
    } catch (JsonProcessingException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }
}
