package kongo.cli;

import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import kongo.kafka.MissingTopic;
import kongo.local.FileProblem;
import kongo.local.LocalFailure;
import kongo.local.Scratch;
import kongo.replay.JournalUnreachable;
import kongo.rules.InvalidRuleBookException;
import org.apache.kafka.common.KafkaException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command line of Kongo. */
@Command(
    name = "kongo",
    description = "Real-time, event-sourced logistics: follows every Goods and reports what breaks its rules.",
    mixinStandardHelpOptions = true,
    versionProvider = Kongo.Version.class,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      BenchCommand.class,
      DemoCommand.class,
      DrillCommand.class,
      LocalCommand.class,
      NodeCommand.class,
      SimulateCommand.class,
      TrainCommand.class,
      StatusCommand.class,
      LogsCommand.class,
      StopCommand.class,
      RulesCommand.class,
      VerifyCommand.class,
      DoctorCommand.class,
      LedgerCommand.class,
      ReplayCommand.class,
      SendCommand.class,
      TailCommand.class,
      AlarmsCommand.class,
      HelpCommand.class
    },
    footer = {"", "The launcher itself knows two more: kongo build, and kongo test, which builds and runs all tests."},
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:well",
      "1:the answer is no: a difference found, a rule book refused, something down",
      "2:wrong options or arguments",
      "3:something could not be started or reached",
      "130:ended by Ctrl-C"
    })
public final class Kongo {

  private Kongo() {}

  public static void main(String[] args) {
    Scratch.ofThisProcess();
    System.exit(commandLine().execute(args));
  }

  static CommandLine commandLine() {
    return new CommandLine(new Kongo())
        .registerConverter(Path.class, new PathText())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setColorScheme(CommandLine.Help.defaultColorScheme(Terminal.ansi()))
        .setParameterExceptionHandler((problem, args) -> tellUsage(problem))
        .setExecutionExceptionHandler((problem, command, parsed) -> tell(problem, command));
  }

  /** What is wrong, and where to read what is right; a command that only has others shows them. */
  private static int tellUsage(ParameterException problem) {
    var command = problem.getCommandLine();
    var err = command.getErr();
    err.println(command.getColorScheme().errorText(problem.getMessage()));
    if (UnmatchedArgumentException.printSuggestions(problem, err) || command.getSubcommands().isEmpty()) {
      err.printf("See ./%s --help.%n", command.getCommandSpec().qualifiedName());
    } else {
      command.usage(err);
    }
    return Exit.USAGE;
  }

  private static int tell(Exception problem, CommandLine command) {
    var sentence = sentence(problem);
    if (sentence.isPresent()) {
      command.getErr().println(command.getColorScheme().errorText(sentence.get()));
      return Exit.FAILED;
    }
    problem.printStackTrace(command.getErr());
    return Exit.FAILED;
  }

  /** What a file or Kafka does not let us do is told as a sentence; what remains is a fault of Kongo's own, told with where it was. */
  private static Optional<String> sentence(Exception problem) {
    if (problem instanceof LocalFailure || problem instanceof JournalUnreachable || problem instanceof InvalidRuleBookException
        || problem instanceof MissingTopic) {
      return Optional.of(problem.getMessage());
    }
    if (problem instanceof UncheckedIOException unchecked) {
      return sentence(unchecked.getCause());
    }
    if (problem instanceof ExecutionException && problem.getCause() instanceof KafkaException cause) {
      return sentence(cause);
    }
    if (problem instanceof FileSystemException file) {
      return Optional.of(FileProblem.told(file) + ".");
    }
    return problem instanceof KafkaException ? Optional.of("Kafka does not answer as it should: " + root(problem).getMessage() + ".") : Optional.empty();
  }

  private static Throwable root(Throwable problem) {
    return problem.getCause() == null ? problem : root(problem.getCause());
  }

  /** Tells Kongo's version and that of its Java. */
  static final class Version implements CommandLine.IVersionProvider {

    @Override
    public String[] getVersion() {
      String version = Kongo.class.getPackage().getImplementationVersion();
      return new String[] {"Kongo " + (version == null ? "(not packaged)" : version), "Java " + Runtime.version()};
    }
  }
}
