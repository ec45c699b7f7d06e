package kongo.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.Callable;
import kongo.kafka.TopicReader;
import kongo.local.FileProblem;
import kongo.local.LocalFailure;
import kongo.replay.FaultsText;
import kongo.replay.Journal;
import kongo.replay.Replay;
import kongo.replay.Replayed;
import kongo.replay.Span;
import kongo.replay.WhatIf;
import kongo.replay.WhatIfText;
import kongo.rules.InvalidRuleBookException;
import kongo.rules.RuleBook;
import kongo.rules.RuleBooks;
import kongo.rules.RuleHistory;
import kongo.spread.Spreading;
import kongo.verify.BookRecords;
import kongo.verify.ComparedFields;
import kongo.verify.Difference;
import kongo.verify.SavedSet;
import kongo.verify.VerdictText;
import kongo.violation.Violation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Rebuilds all violations from the journals, under the rules that were or under others. */
@Command(name = "replay", mixinStandardHelpOptions = true, sortOptions = false,
    description = "Rebuild all violations from the journals in Cassandra alone, with the independent reference, and compare them with a set "
        + "that verify saved; or see what would have happened under other rules. Only reads; Kafka may be stopped, unless rule books were sent: they are there.")
final class ReplayCommand implements Callable<Integer> {

  @Mixin private DataOption data;
  @Mixin private SettingsOption settings;
  @Mixin private JournalOptions journals;
  @Mixin private KafkaOptions kafka;

  @Option(names = "--against", paramLabel = "FILE", description = "Compare with a set saved by ./kongo verify --save; ends with 1 on any difference.")
  private Optional<Path> against = Optional.empty();

  @Option(names = "--rules", paramLabel = "FILE", description = "What if: other rules, compared with those of the data.")
  private Optional<Path> rules = Optional.empty();

  @Option(names = "--from", paramLabel = "TIME", converter = TimeText.class, description = "What if: only violations that went on then or later, such as 2026-11-21T08:00:00Z.")
  private Optional<Instant> from = Optional.empty();

  @Option(names = "--to", paramLabel = "TIME", converter = TimeText.class, description = "What if: only violations that began before.")
  private Optional<Instant> to = Optional.empty();

  @Option(names = "--out", paramLabel = "FILE", description = "What if: write each difference as a line of JSON.")
  private Optional<Path> out = Optional.empty();

  @Option(names = "--book", paramLabel = "FILE", description = "The rule book of the data (default: that of the settings, the shipped one).")
  private Optional<Path> book = Optional.empty();

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    RuleBook configured = book(book.or(settings.node()::rules));
    Optional<RuleBook> others = rules.map(file -> book(Optional.of(file)));
    Optional<SortedMap<String, Violation>> saved = saved();
    try (Journal journal = journals.open(data, settings)) {
      requireBookOfData(journal, configured);
      RetentionOfData.require(journal, retention());
      List<RuleHistory> laws = new ArrayList<>(List.of(history(journal, configured)));
      others.ifPresent(each -> laws.add(RuleHistory.of(each)));
      Replayed replayed = Replay.byHistories(journal, laws, retention(), line -> spec.commandLine().getErr().println(line));
      tell(replayed);
      boolean isSame = saved.isEmpty() || compare(saved.get(), replayed);
      if (rules.isPresent()) {
        tellWhatIf(replayed);
      }
      return isSame && replayed.faults().isNone() ? Exit.OK : Exit.WRONG;
    }
  }

  /** The books are in Kafka alone: it is needed where any was ever sent. */
  private RuleHistory history(Journal journal, RuleBook configured) {
    String topic = settings.node().kafka().topics().rules();
    if (journal.spreading(topic).map(Spreading::target).orElse(RuleHistory.CONFIGURED) == RuleHistory.CONFIGURED) {
      return RuleHistory.of(configured);
    }
    try (TopicReader reader = new TopicReader(kafka.client(data, settings))) {
      return BookRecords.read(reader, topic, configured).history();
    }
  }

  private Duration retention() {
    return Duration.ofMillis(settings.node().location().retentionMillis());
  }

  private static RuleBook book(Optional<Path> file) {
    try {
      return file.map(RuleBooks::load).orElseGet(RuleBooks::shipped);
    } catch (InvalidRuleBookException problem) {
      throw new LocalFailure(problem.getMessage(), problem);
    }
  }

  private Optional<SortedMap<String, Violation>> saved() {
    try {
      return against.isPresent() ? Optional.of(SavedSet.read(against.get())) : Optional.empty();
    } catch (IOException problem) {
      throw FileProblem.of(against.get(), problem, "name a set that ./kongo verify --save kept");
    }
  }

  private static void requireBookOfData(Journal journal, RuleBook given) {
    String kept = journal.ruleBook().orElse(given.hash());
    if (!kept.equals(given.hash())) {
      throw new LocalFailure(
          "The data belongs to the rule book %.12s, not to %.12s: name the file of its book with --book.".formatted(kept, given.hash()));
    }
  }

  private void tell(Replayed replayed) {
    PrintWriter words = spec.commandLine().getOut();
    SortedMap<String, Violation> set = replayed.violations().get(0);
    words.printf("replayed  %,d rows: %,d readings of %,d Locations, %,d ids of Goods and places%n",
        replayed.rows(), replayed.readings(), replayed.locations(), replayed.goods());
    words.printf("took      %.1f s, %,.0f readings per second%n", replayed.time().toMillis() / 1e3, replayed.readingsPerSecond());
    words.printf("found     %,d violations  %s%n", set.size(), VerdictText.kinds(set));
    words.printf("sha-256   %s%n", ComparedFields.digest(set));
    if (replayed.completeFrom() != Replayed.ALL) {
      words.printf("complete  from %s on: of what was before it rows are deleted%n", Instant.ofEpochMilli(replayed.completeFrom()));
    }
    if (!replayed.faults().isNone() || !replayed.faults().olderWriter().isNone()) {
      words.println(FaultsText.of(replayed.faults()));
    }
  }

  private boolean compare(SortedMap<String, Violation> saved, Replayed replayed) {
    SortedMap<String, Violation> found = replayed.violations().get(0);
    SortedMap<String, Violation> published = replayed.comparable(saved, found);
    SortedMap<String, Violation> rebuilt = replayed.comparable(found);
    Difference difference = Difference.between(published, rebuilt);
    PrintWriter words = spec.commandLine().getOut();
    words.printf("saved     %,d violations  %s%n", saved.size(), VerdictText.kinds(saved));
    int leftOut = saved.size() - published.size() + found.size() - rebuilt.size();
    if (leftOut > 0) {
      words.printf("compared  what began before the books were closed is not: %,d violations, saved or found%n", leftOut);
    }
    words.println(VerdictText.of(difference));
    words.println(difference.isNone() ? "equal" : "NOT EQUAL");
    return difference.isNone();
  }

  private void tellWhatIf(Replayed replayed) throws IOException {
    Span span = new Span(
        from.map(Instant::toEpochMilli).orElse(Span.ALWAYS.from()), to.map(Instant::toEpochMilli).orElse(Span.ALWAYS.to()));
    WhatIf whatIf = WhatIf.between(
        replayed.complete(replayed.violations().get(0)), replayed.complete(replayed.violations().get(1)), span);
    spec.commandLine().getOut().println(WhatIfText.of(whatIf));
    if (out.isPresent()) {
      Files.write(out.get(), whatIf.lines());
    }
  }
}
