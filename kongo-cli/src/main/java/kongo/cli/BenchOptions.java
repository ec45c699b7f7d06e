package kongo.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import kongo.bench.ClusterSettings;
import kongo.bench.Drain;
import kongo.bench.DrainFigures;
import kongo.bench.DrainSettings;
import kongo.bench.Report;
import kongo.bench.ReportText;
import kongo.bench.Verified;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What all benches have: where they run, and how they tell. */
final class BenchOptions {

  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss");
  private static final Set<String> PLACES = Set.of("data", "results", "jfr");

  @Mixin private DataOption data;
  @Mixin private NodeBook book;

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

  /** Of the steady world, or one of the bench's own. */
  ClusterSettings cluster(int nodes, Optional<Path> jfr) {
    return cluster(false, nodes, jfr);
  }

  ClusterSettings cluster(BenchWorldOptions world, int nodes, Optional<Path> jfr) {
    return cluster(world.isClassic(), nodes, jfr);
  }

  private ClusterSettings cluster(boolean isClassic, int nodes, Optional<Path> jfr) {
    Path folder = data.folder().resolve("bench");
    return checked(() -> new ClusterSettings(folder, nodes, heap, flags, book.file(isClassic), jfr, this::progress));
  }

  /** Bad values are told as such, not as failures. */
  <T> T checked(Supplier<T> options) {
    try {
      return options.get();
    } catch (IllegalArgumentException problem) {
      throw new ParameterException(spec.commandLine(), problem.getMessage(), problem);
    }
  }

  /** What a figure depends on: all options of the command, given or not, but where files go. */
  Map<String, Object> all() {
    Map<String, Object> all = new LinkedHashMap<>();
    for (OptionSpec option : spec.options()) {
      String name = option.longestName().substring(2);
      Object value = option.getValue();
      if (!option.usageHelp() && !option.versionHelp() && value != null && !PLACES.contains(name)) {
        all.put(name, value.toString());
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

  /** Drains from nothing so many times, and tells it. */
  int drain(String name, ClusterSettings cluster, DrainSettings drain, int runs) throws Exception {
    Instant begin = Instant.now();
    List<Verified<DrainFigures>> done = new ArrayList<>();
    for (int run = 1; run <= runs; run++) {
      progress("run %d of %d".formatted(run, runs));
      done.add(Drain.run(cluster, drain));
    }
    Report report = Report.ofRuns(name, begin, all(), done);
    tell(ReportText.ofRuns(report), report);
    return done.stream().allMatch(Verified::isClean) ? Exit.OK : Exit.WRONG;
  }
}
