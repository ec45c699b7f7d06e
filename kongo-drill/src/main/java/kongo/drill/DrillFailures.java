package kongo.drill;

import java.util.ArrayList;
import java.util.List;
import kongo.verify.ComparedFields;
import kongo.verify.Verdict;

/** Everything that is wrong, in words, the first few of each kind. */
final class DrillFailures {

  private static final int FIRST_FEW = 5;

  private final List<String> words = new ArrayList<>();

  /** @param failed how many records had to be given up */
  static List<String> of(Verdict verdict, int failed, List<String> notReady, Books books) {
    DrillFailures findings = new DrillFailures();
    findings.add("lost", verdict.difference().lost().stream().map(ComparedFields::of).toList());
    findings.add("invented", verdict.difference().invented().stream().map(ComparedFields::of).toList());
    findings.add("wrong", verdict.difference().wrong());
    findings.add("lost stays", verdict.stays().lost());
    findings.add("invented stays", verdict.stays().invented());
    findings.add("wrong stays", verdict.stays().wrong());
    findings.add("contradiction", verdict.contradictions());
    findings.add("dead letter", verdict.deadLetterDifferences());
    findings.words.addAll(books.findings());
    findings.add("not ready at the end", notReady);
    if (verdict.unread() > 0) {
      findings.words.add(verdict.unread() + " records were not processed in time");
    }
    if (verdict.failedRecords() != failed) {
      findings.words.add("%d records were given up because their actor failed, not %d".formatted(verdict.failedRecords(), failed));
    }
    return List.copyOf(findings.words);
  }

  private void add(String kind, List<String> all) {
    all.stream().limit(FIRST_FEW).forEach(each -> words.add(kind + ": " + each));
    if (all.size() > FIRST_FEW) {
      words.add("%s: and %,d more".formatted(kind, all.size() - FIRST_FEW));
    }
  }
}
