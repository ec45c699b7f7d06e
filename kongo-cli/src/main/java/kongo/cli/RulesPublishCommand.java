package kongo.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import kongo.local.LocalFailure;
import kongo.protocol.RuleBookJson;
import kongo.protocol.RuleBookRecord;
import kongo.replay.Journal;
import kongo.replay.WhatIfText;
import kongo.rules.BooksInForce;
import kongo.rules.InvalidRuleBookException;
import kongo.rules.RuleBooks;
import kongo.verify.BookRecords;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Sends a rule book to a running cluster. */
@Command(name = "publish", mixinStandardHelpOptions = true, sortOptions = false,
    description = "Send a rule book to a running cluster: check it, show what it changes on the data that is there, and send it. "
        + "With a --from in the past what was judged since is corrected. Nothing restarts. "
        + "Ends with 1 if the book is wrong, or would turn much of what is open and nobody said yes.")
final class RulesPublishCommand implements Callable<Integer> {

  @Mixin private SentBooks books;
  @Mixin private JournalOptions journals;

  @Parameters(paramLabel = "FILE", description = "A rule book in HOCON.")
  private Path file;

  @Option(names = "--from", paramLabel = "TIME", converter = FromText.class, defaultValue = "now",
      description = "From which event time on it holds, such as 2026-11-21T08:00:00Z, or now, or ever (default: ${DEFAULT-VALUE}).")
  private long from;

  @Option(names = "--comment", paramLabel = "TEXT", description = "Why, for those who look at the list.")
  private String comment = "";

  @Option(names = "--by", paramLabel = "NAME", description = "Who sends it (default: the user of this machine).")
  private String by = System.getProperty("user.name", "");

  @Option(names = "--yes", description = "Send it without a look at what it changes.")
  private boolean yes;

  @Option(names = "--wait", description = "Return when everybody has taken it, and say what it changed.")
  private boolean wait;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    RuleBookRecord record;
    try {
      record = new RuleBookRecord(from, RuleBooks.load(file), by, comment);
    } catch (InvalidRuleBookException wrong) {
      spec.commandLine().getErr().println(wrong.getMessage());
      return Exit.WRONG;
    }
    byte[] value = RuleBookJson.encode(record);
    requireUsable(value);
    BookRecords sent = books.read();
    tellOthers(sent);
    if (!yes && !isWanted(sent, record)) {
      out().println("It is not sent.");
      return Exit.WRONG;
    }
    long version = send(value);
    out().printf("Sent as version %d: %d rules, hash %.12s, from %s on.%n", version, record.book().rules().size(), record.book().hash(), RulesListCommand.from(from));
    out().flush();
    if (wait) {
      try (Journal journal = journals.open(books.data(), books.settings())) {
        new BookProgress(journal, books, out()).await(version);
      }
    }
    return Exit.OK;
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }

  /** What a node would refuse, too. */
  private static void requireUsable(byte[] value) {
    SentBooks.refusal(value).ifPresent(why -> {
      throw new LocalFailure("The rule book cannot be sent: " + why);
    });
  }

  /** Of those that were sent before what becomes of them. */
  private void tellOthers(BookRecords sent) {
    BooksInForce before = new BooksInForce(sent.history());
    long now = System.currentTimeMillis();
    List<Long> scheduled =
        sent.accepted().stream().map(BookRecords.Accepted::offset).filter(each -> before.state(each, now) == BooksInForce.State.SCHEDULED).toList();
    BooksInForce after = new BooksInForce(sent.history().and(Long.MAX_VALUE, from, sent.history().sent().get(0).book()));
    for (long version : scheduled) {
      boolean counts = after.state(version, now) != BooksInForce.State.NEVER;
      String begin = RulesListCommand.from(books.book(sent, SentBooks.name(version)).from());
      out().println(counts
          ? "Version %d is scheduled from %s on, and will count until this one does.".formatted(version, begin)
          : "Version %d is scheduled from %s on, and will never count: this one comes before it.".formatted(version, begin));
    }
    if (from > now) {
      out().println("It is scheduled: until %s version %s counts.".formatted(RulesListCommand.from(from), SentBooks.name(before.at(now))));
    }
  }

  private boolean isWanted(BookRecords sent, RuleBookRecord record) {
    try (Journal journal = journals.open(books.data(), books.settings())) {
      BookEffect effect = BookEffect.of(journal, sent.history(), record, books.settings().node(), line -> spec.commandLine().getErr().println(line));
      out().println(WhatIfText.of(effect.whatIf()));
      if (!effect.turnsMuch()) {
        return true;
      }
      out().println("Of %,d violations that are open it would end %,d, and open %,d others: that is more than %d %%.".formatted(
          effect.open(), effect.ended(), effect.opened(), BookEffect.MUCH_PERCENT));
      out().flush();
      return Question.isYes("Send it? (yes/no) ", spec.commandLine().getErr());
    }
  }

  private long send(byte[] value) throws InterruptedException {
    Map<String, Object> client = new TreeMap<>(books.kafka().client(books.data(), books.settings()));
    client.put(ProducerConfig.ACKS_CONFIG, "all");
    client.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, KafkaPatience.MILLIS);
    byte[] key = RuleBookRecord.KEY.getBytes(StandardCharsets.UTF_8);
    try (var producer = new KafkaProducer<>(client, new ByteArraySerializer(), new ByteArraySerializer())) {
      return producer.send(new ProducerRecord<>(books.topic(), key, value)).get().offset();
    } catch (ExecutionException refused) {
      throw new LocalFailure("Kafka did not take the rule book: " + refused.getCause().getMessage(), refused);
    }
  }
}
