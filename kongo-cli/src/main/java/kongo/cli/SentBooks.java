package kongo.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import kongo.kafka.TopicReader;
import kongo.local.LocalFailure;
import kongo.protocol.Decoded;
import kongo.protocol.RuleBookDecoder;
import kongo.protocol.RuleBookRecord;
import kongo.rules.InvalidRuleBookException;
import kongo.rules.RuleBook;
import kongo.rules.RuleHistory;
import kongo.verify.BookRecords;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options that say where the rule books are. */
final class SentBooks {

  /** What the book is called that the nodes were configured with. */
  static final String CONFIGURED = "configured";

  @Mixin private DataOption data;
  @Mixin private SettingsOption settings;
  @Mixin private KafkaOptions kafka;

  @Option(names = "--book", paramLabel = "FILE", description = "The rule book that the nodes were configured with (default: that of the settings, the shipped one).")
  private Optional<Path> configured = Optional.empty();

  @Spec(Spec.Target.MIXEE) private CommandSpec command;

  DataOption data() {
    return data;
  }

  SettingsOption settings() {
    return settings;
  }

  KafkaOptions kafka() {
    return kafka;
  }

  String topic() {
    return settings.node().kafka().topics().rules();
  }

  BookRecords read() {
    try (TopicReader reader = new TopicReader(kafka.client(data, settings))) {
      return BookRecords.read(reader, topic(), configuredBook());
    }
  }

  RuleBook configuredBook() {
    try {
      return settings.book(configured);
    } catch (InvalidRuleBookException problem) {
      throw new LocalFailure(problem.getMessage(), problem);
    }
  }

  /** @param version its offset, or {@link #CONFIGURED} */
  RuleHistory.Sent book(BookRecords records, String version) {
    if (!version.equals(CONFIGURED) && !version.matches("[0-9]+")) {
      throw new ParameterException(
          command.commandLine(), "A rule book is named by its number in ./kongo rules list, or \"%s\", and not by %s.".formatted(CONFIGURED, Printable.of(version)));
    }
    return records.history().sent().stream()
        .filter(sent -> name(sent.offset()).equals(version))
        .findFirst()
        .orElseThrow(() -> new LocalFailure("There is no rule book %s in %s: ./kongo rules list tells which there are.".formatted(version, topic())));
  }

  /** Why nodes would refuse a record, if they would. */
  static Optional<String> refusal(byte[] record) {
    Decoded<RuleBookRecord> decoded = new RuleBookDecoder().decode(RuleBookRecord.KEY.getBytes(StandardCharsets.UTF_8), record, 0);
    return decoded instanceof Decoded.Refused<RuleBookRecord> refused ? Optional.of(refused.detail()) : Optional.empty();
  }

  static String name(long version) {
    return version == RuleHistory.CONFIGURED ? CONFIGURED : Long.toString(version);
  }
}
