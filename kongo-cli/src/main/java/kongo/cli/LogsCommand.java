package kongo.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import kongo.local.LocalFailure;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows the logs of the processes of a local environment. */
@Command(name = "logs", mixinStandardHelpOptions = true, description = "Show the last lines of a log, or list the logs there are.")
final class LogsCommand implements Callable<Integer> {

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
    var folder = data.folder().resolve("logs");
    var out = spec.commandLine().getOut();
    if (name == null) {
      names(folder).forEach(out::println);
      return Exit.OK;
    }
    var file = folder.resolve(name + ".log");
    if (!Files.isRegularFile(file)) {
      throw new LocalFailure("No log [%s] in %s; there are: %s.".formatted(name, folder, String.join(", ", names(folder))));
    }
    show(file, out);
    return Exit.OK;
  }

  private static List<String> names(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (var files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).filter(file -> file.endsWith(".log"))
          .map(file -> file.substring(0, file.length() - ".log".length())).sorted().toList();
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
    tail.waitFor();
  }
}
