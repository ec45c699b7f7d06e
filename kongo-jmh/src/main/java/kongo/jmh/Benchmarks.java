package kongo.jmh;

import java.nio.file.Files;
import java.nio.file.Path;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** Runs the microbenchmarks that a pattern matches, and writes their results as JSON. */
public final class Benchmarks {

  private Benchmarks() {}

  /** Arguments: a regular expression of names, a file for the results, seconds of each iteration. */
  public static void main(String[] args) throws Exception {
    Path results = Path.of(args[1]).toAbsolutePath();
    TimeValue each = TimeValue.seconds(Long.parseLong(args[2]));
    Files.createDirectories(results.getParent());
    new Runner(
            new OptionsBuilder()
                .include(args[0])
                .forks(1)
                .jvmArgs("-Xms1g", "-Xmx1g")
                .warmupIterations(3)
                .warmupTime(each)
                .measurementIterations(5)
                .measurementTime(each)
                .resultFormat(ResultFormatType.JSON)
                .result(results.toString())
                .build())
        .run();
  }
}
