package kongo.host.metrics;

import java.util.function.Supplier;
import kongo.doctor.symptom.Vocabularies;
import kongo.rules.RuleHistory;

/** The names that the rule books know which this node knows, read anew when there is another book. Thread-safe. */
public final class VocabulariesHere implements Supplier<Vocabularies> {

  private record Known(RuleHistory books, Vocabularies names) {}

  private final Supplier<RuleHistory> books;
  private volatile Known known;

  /** @param books asked by many threads; the same one as long as there is no other book */
  public VocabulariesHere(Supplier<RuleHistory> books) {
    this.books = books;
    this.known = read(books.get());
  }

  private static Known read(RuleHistory books) {
    return new Known(books, new Vocabularies(books));
  }

  @Override
  public Vocabularies get() {
    RuleHistory newest = books.get();
    Known last = known;
    if (last.books() != newest) {
      last = read(newest);
      known = last;
    }
    return last.names();
  }
}
