package kongo.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import kongo.bench.ClusterSettings;
import kongo.bench.Report;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What all benches have: where they run, and how they tell. */
final class BenchOptions {

  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss");

  @Mixin private DataOption data;

  @Option(names = "--heap", paramLabel = "SIZE", defaultValue = "2g", description = "Heap of each node, such as 2g (default: ${DEFAULT-VALUE}).")
  private String heap;

  @Option(names = "--node-flag", paramLabel = "FLAG", description = "For each node's JVM, such as -Dkongo.ingest.batch-records=500; may be given again.")
  private List<String> flags = List.of();

  @Option(names = "--no-verify", description = "Leave out the verdict of the reference: quicker, and worth less.")
  private boolean noVerify;

  @Option(names = "--results", paramLabel = "DIR", description = "Where the JSON goes (default: bench/results beside the launcher).")
  private Optional<Path> results = Optional.empty();

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  boolean verify() {
    return !noVerify;
  }

  ClusterSettings cluster(int nodes, Optional<Path> jfr) {
    return checked(() -> new ClusterSettings(data.folder().resolve("bench"), nodes, heap, flags, jfr, this::progress));
  }

  /** Bad values are told as such, not as failures. */
  <T> T checked(Supplier<T> options) {
    try {
      return options.get();
    } catch (IllegalArgumentException problem) {
      throw new ParameterException(spec.commandLine(), problem.getMessage(), problem);
    }
  }

  /** All options of the command, given or not. */
  Map<String, Object> all() {
    Map<String, Object> all = new LinkedHashMap<>();
    for (OptionSpec option : spec.options()) {
      Object value = option.getValue();
      if (!option.usageHelp() && !option.versionHelp() && value != null && !value.equals(Optional.empty())) {
        all.put(option.longestName().substring(2), value.toString());
      }
    }
    return all;
  }

  /** Prints the table, and keeps the report, in the file that it answers. */
  Path tell(String table, Report report) throws IOException {
    Path folder = results.orElseGet(() -> Path.of(System.getProperty("kongo.home", ""), "bench", "results"));
    var out = spec.commandLine().getOut();
    out.println(table);
    Path kept = report.write(folder);
    out.println("kept in " + kept);
    out.flush();
    return kept;
  }

  void progress(String line) {
    var err = spec.commandLine().getErr();
    err.println(LocalTime.now().format(CLOCK) + " " + line);
    err.flush();
  }
}
