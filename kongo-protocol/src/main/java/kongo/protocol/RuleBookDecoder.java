package kongo.protocol;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import kongo.rules.InvalidRuleBookException;
import kongo.rules.RuleBook;
import kongo.rules.RuleBooks;
import kongo.rules.RuleHistory;

/** Decodes the rules topic; its book is read as one in a file is, of which JSON is a way to write it. */
public final class RuleBookDecoder extends RecordDecoder<RuleBookRecord> {

  private static final String BOOK = "book";
  private static final Set<String> BESIDE = Set.of("from", "by", "comment");
  private static final Set<String> FIELDS = Set.of(BOOK, "from", "by", "comment");
  /** A detail is a sentence for people: who has made more mistakes sees the rest with {@code rules check}. */
  private static final int MOST_PROBLEMS = 5;

  /** Where in the value something is written. */
  private record Span(int from, int to) {}

  @Override
  public Set<String> fields() {
    return FIELDS;
  }

  @Override
  RuleBookRecord read(byte[] key, byte[] value, long timestamp) throws Refusal {
    JsonObject json = JsonObject.read(value, BESIDE);
    long from = json.optionalMillis("from").orElse(RuleHistory.EVER);
    String by = json.text("by");
    String comment = json.text("comment");
    json.refuseIfAny();
    RuleBook book = book(bookText(value));
    Identifiers.requireKey(key, "topic's only one", RuleBookRecord.KEY);
    return new RuleBookRecord(from, book, by, comment);
  }

  @Override
  void forget() {
    // nothing is kept
  }

  private static RuleBook book(Optional<String> text) throws Refusal {
    if (text.isEmpty()) {
      throw new Refusal(Reason.INVALID_RULE_BOOK, "book is missing, and has to be an object with rules");
    }
    if (!text.get().startsWith("{")) {
      throw new Refusal(Reason.INVALID_RULE_BOOK, "book is " + Found.cut(text.get()) + ", but has to be an object with rules");
    }
    try {
      return RuleBooks.parse(text.get(), BOOK);
    } catch (InvalidRuleBookException invalid) {
      throw new Refusal(Reason.INVALID_RULE_BOOK, detail(invalid.problems()));
    }
  }

  private static String detail(List<String> problems) {
    String first = problems.stream().limit(MOST_PROBLEMS).map(RuleBookDecoder::oneLine).collect(Collectors.joining(" "));
    int more = problems.size() - MOST_PROBLEMS;
    return more > 0 ? first + " And " + more + " more." : first;
  }

  private static String oneLine(String text) {
    return text.replaceAll("\\s+", " ");
  }

  /** As it is written, so that what is given twice is seen; of repeated ones the last; empty also for a null. */
  private static Optional<String> bookText(byte[] value) throws Refusal {
    String text = new String(value, StandardCharsets.UTF_8);
    Span[] found = new Span[1];
    JsonText.readObject(value, json -> found[0] = lastBook(json));
    return Optional.ofNullable(found[0]).map(span -> text.substring(span.from(), span.to())).filter(book -> !book.equals("null"));
  }

  private static Span lastBook(JsonParser json) throws IOException {
    Span last = null;
    for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
      json.nextToken();
      int from = (int) json.currentTokenLocation().getCharOffset();
      json.skipChildren();
      json.finishToken();
      if (name.equals(BOOK)) {
        last = new Span(from, (int) json.currentLocation().getCharOffset());
      }
    }
    return last;
  }
}
