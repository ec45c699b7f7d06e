package kongo.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import kongo.doctor.Diagnosis;
import kongo.doctor.DiagnosisJson;
import kongo.doctor.Examination;
import kongo.doctor.ExaminationSettings;
import kongo.doctor.finding.Limits;
import kongo.kafka.TopicReader;
import kongo.protocol.Topics;
import kongo.rules.RuleHistory;
import kongo.verify.BookRecords;
import kongo.verify.Ticker;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Says what is accepted and judged by nothing, or not as it was meant. */
@Command(name = "doctor", mixinStandardHelpOptions = true, sortOptions = false,
    description = "Look through all input in Kafka for what is accepted and not watched, or not as it was meant: names that no rule, "
        + "profile or sensor matches, clocks that are off, values that conflict, what was refused. "
        + "Ends with 1 if something has to be put right (FIX), or if there are no records.")
final class DoctorCommand implements Callable<Integer> {

  private static final Duration SILENCE = Duration.ofSeconds(2);

  @Mixin private DataOption data;
  @Mixin private SettingsOption settings;
  @Mixin private KafkaOptions kafka;

  @Option(names = "--rules", paramLabel = "FILE", description = "The rule book that the nodes were configured with (default: that of the settings, the shipped one). Those that were sent "
          + "count with it.")
  private Optional<Path> rules = Optional.empty();

  @Option(names = "--last", paramLabel = "TIME", converter = DurationText.class,
      description = "Only what was sent in during the last time, such as 1h; the registry is always read whole (default: all).")
  private Optional<Duration> last = Optional.empty();

  @Option(names = "--json", description = "Print what was found as one JSON object.")
  private boolean json;

  @Option(names = {"-n", "--examples"}, paramLabel = "N", defaultValue = "5", description = "How many examples of each finding (default: ${DEFAULT-VALUE}).")
  private int examples;

  @Option(names = "--unchanged", paramLabel = "N", defaultValue = "1000",
      description = "How many readings of one value make a sensor a stuck one (default: ${DEFAULT-VALUE}).")
  private int unchanged;

  @Option(names = "--ahead", paramLabel = "TIME", converter = DurationText.class, defaultValue = "5s",
      description = "How far a clock may be ahead (default: ${DEFAULT-VALUE}).")
  private Duration ahead;

  @Option(names = "--behind", paramLabel = "TIME", converter = DurationText.class, defaultValue = "50m",
      description = "How far a clock may be behind all the time (default: ${DEFAULT-VALUE}).")
  private Duration behind;

  @Option(names = "--remember", paramLabel = "N", defaultValue = "1000000",
      description = "How many ids, series and the like of each sort are remembered; more need more heap (default: ${DEFAULT-VALUE}).")
  private int remembered;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    Limits limits = limits();
    Diagnosis diagnosis = examine(limits);
    print(diagnosis, limits);
    return diagnosis.isWell() ? Exit.OK : Exit.WRONG;
  }

  private Diagnosis examine(Limits limits) {
    Map<String, String> client = kafka.client(data, settings);
    Topics topics = settings.node().kafka().topics();
    Ticker ticker = new Ticker(line -> spec.commandLine().getErr().println(line), SILENCE);
    try (TopicReader reader = new TopicReader(client)) {
      RuleHistory books = BookRecords.read(reader, topics.rules(), settings.book(rules)).history();
      var examined = new ExaminationSettings(client, topics, books, settings.node().eventTime(), last.map(Instant.now()::minus), limits);
      return Examination.run(reader, examined, ticker::say);
    }
  }

  private Limits limits() {
    atLeast("--examples", examples, 1);
    atLeast("--unchanged", unchanged, 2);
    atLeast("--ahead", ahead.toMillis(), 1);
    atLeast("--behind", behind.toMillis(), 1);
    atLeast("--remember", remembered, 1);
    Limits usual = Limits.DEFAULT;
    return new Limits(examples, remembered, usual.recent(), unchanged, usual.inStep(), usual.faulty(), ahead, behind);
  }

  private void atLeast(String option, long given, int least) {
    if (given < least) {
      throw new ParameterException(spec.commandLine(), option + " must be at least " + least + ", not " + given);
    }
  }

  private void print(Diagnosis diagnosis, Limits limits) {
    List<String> lines = json
        ? List.of(DiagnosisJson.of(diagnosis).toString())
        : new DiagnosisText(Terminal.ansi(), Terminal.drawable() ? Terminal.columns() : Integer.MAX_VALUE).of(diagnosis, limits);
    lines.forEach(spec.commandLine().getOut()::println);
    spec.commandLine().getOut().flush();
  }
}
