package kongo.cli;

import java.io.PrintWriter;
import kongo.local.LocalFailure;
import kongo.replay.JournalUnreachable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

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
      StatusCommand.class,
      LogsCommand.class,
      StopCommand.class,
      RulesCommand.class,
      VerifyCommand.class,
      LedgerCommand.class,
      ReplayCommand.class,
      SendCommand.class,
      TailCommand.class,
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
    System.exit(commandLine().execute(args));
  }

  static CommandLine commandLine() {
    return new CommandLine(new Kongo())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setColorScheme(CommandLine.Help.defaultColorScheme(Terminal.ansi()))
        .setExecutionExceptionHandler((problem, command, parsed) -> tell(problem, command));
  }

  private static int tell(Exception problem, CommandLine command) throws Exception {
    if (problem instanceof LocalFailure || problem instanceof JournalUnreachable) {
      PrintWriter err = command.getErr();
      err.println(command.getColorScheme().errorText(problem.getMessage()));
      return Exit.FAILED;
    }
    throw problem;
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
