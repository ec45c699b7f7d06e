package kongo.cli;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import kongo.local.RuntimeClassPath;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs the microbenchmarks of the hot paths. */
@Command(name = "jmh", mixinStandardHelpOptions = true,
    description = "Run the JMH microbenchmarks of what every record goes through: decoding, a Location's readings, a Goods' moves. Nothing else is started.")
final class BenchJmhCommand implements Callable<Integer> {

  private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  @Parameters(arity = "0..1", paramLabel = "PATTERN", defaultValue = ".*",
      description = "Only those whose name it matches, as a regular expression, such as Location (default: all).")
  private String pattern;

  @Option(names = "--seconds", paramLabel = "N", defaultValue = "2", description = "How long each of the 8 iterations takes (default: ${DEFAULT-VALUE}).")
  private int seconds;

  @Option(names = "--results", paramLabel = "DIR", description = "Where the JSON goes (default: bench/results beside the launcher).")
  private Optional<Path> results = Optional.empty();

  @Override
  public Integer call() throws IOException, InterruptedException {
    Path folder = results.orElseGet(() -> Path.of(System.getProperty("kongo.home", ""), "bench", "results"));
    Path file = folder.resolve("jmh-%s.json".formatted(STAMP.format(Instant.now())));
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String classPath = String.join(File.pathSeparator, RuntimeClassPath.ofModule(Path.of("kongo-jmh")));
    List<String> line = List.of(java, "-cp", classPath, "kongo.jmh.Benchmarks", pattern, file.toString(), Integer.toString(seconds));
    int status = new ProcessBuilder(line).inheritIO().start().waitFor();
    return status == 0 ? Exit.OK : Exit.FAILED;
  }
}
