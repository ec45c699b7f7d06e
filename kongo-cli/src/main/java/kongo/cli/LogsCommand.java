package kongo.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import kongo.local.FileProblem;
import kongo.local.LocalFailure;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows the logs of the processes of a local environment. */
@Command(name = "logs", mixinStandardHelpOptions = true, description = "Show the last lines of a log, or list the logs there are.")
final class LogsCommand implements Callable<Integer> {

  private static final String SUFFIX = ".log";

  @Mixin private DataOption data;

  @Parameters(arity = "0..1", paramLabel = "NAME", description = "kafka, cassandra, node-1, simulate, ...; all are listed when absent.")
  private String name;

  @Option(names = {"-n", "--lines"}, paramLabel = "N", defaultValue = "50", description = "How many lines (default: ${DEFAULT-VALUE}).")
  private int lines;

  @Option(names = {"-f", "--follow"}, description = "Go on with what is added, until Ctrl-C.")
  private boolean follow;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    if (lines < 0) {
      throw new ParameterException(spec.commandLine(), "--lines must be at least 0, not " + lines);
    }
    var logs = logs();
    if (name != null) {
      show(log(logs), spec.commandLine().getOut());
      return Exit.OK;
    }
    if (logs.isEmpty()) {
      spec.commandLine().getErr().printf("No logs in %s: nothing was started there.%n", data.folder());
      return Exit.WRONG;
    }
    logs.keySet().forEach(spec.commandLine().getOut()::println);
    return Exit.OK;
  }

  private Path log(SortedMap<String, Optional<Path>> logs) {
    if (!logs.containsKey(name)) {
      throw new LocalFailure(logs.isEmpty()
          ? "No log [%s]: nothing was started in %s.".formatted(name, data.folder())
          : "No log [%s] in %s; there are: %s.".formatted(name, data.folder(), String.join(", ", logs.keySet())));
    }
    return logs.get(name).orElseThrow(() -> new LocalFailure("%s tells its log to the terminal or the pipe that it was started with.".formatted(name)));
  }

  /** By name; nowhere for a node of its own whose output goes to no file. */
  private SortedMap<String, Optional<Path>> logs() {
    var logs = new TreeMap<String, Optional<Path>>();
    var folder = data.folder().resolve("logs");
    if (Files.isDirectory(folder)) {
      names(folder).forEach(each -> logs.put(each, Optional.of(folder.resolve(each + SUFFIX))));
    }
    LoneNode.running(data.folder()).forEach(node -> logs.put(node.name(), node.log().isEmpty() ? Optional.empty() : Optional.of(Path.of(node.log()))));
    return logs;
  }

  private static List<String> names(Path folder) {
    try (var files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).filter(file -> file.endsWith(SUFFIX))
          .map(file -> file.substring(0, file.length() - SUFFIX.length())).toList();
    } catch (IOException problem) {
      throw FileProblem.of(folder, problem, "ask whoever started Kongo there, or name another --data folder");
    }
  }

  private void show(Path file, PrintWriter out) throws IOException, InterruptedException {
    var command = new ProcessBuilder("tail", "-n", Integer.toString(lines)).redirectError(ProcessBuilder.Redirect.INHERIT);
    if (follow) {
      command.command().add("-F");
    }
    command.command().add(file.toString());
    var tail = command.start();
    Runtime.getRuntime().addShutdownHook(new Thread(tail::destroy));
    try (var reader = tail.inputReader()) {
      for (var line = reader.readLine(); line != null; line = reader.readLine()) {
        out.println(line);
      }
    }
    if (tail.waitFor() != 0) {
      throw new LocalFailure("%s cannot be read.".formatted(file));
    }
  }
}
