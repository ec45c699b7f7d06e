package kongo.cli;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;
import picocli.CommandLine.Unmatched;

/** What the demo's simulator is told: a few options of its own name, and any other of ./kongo simulate. */
final class DemoWorld {

  @Option(names = "--world", paramLabel = "NAME", defaultValue = "steady", description = "steady or classic (default: ${DEFAULT-VALUE}).")
  private String world;

  @Option(names = "--goods", paramLabel = "N", description = "How many Goods.")
  private String goods;

  @Option(names = "--pace", paramLabel = "PACE", description = "Seconds of event time in a second, or max.")
  private String pace;

  @Option(names = "--seed", paramLabel = "N", description = "The same seed gives the same records.")
  private String seed;

  @Unmatched private List<String> others = new ArrayList<>();

  List<String> simulate(String bootstrap, boolean goOn) {
    var arguments = new ArrayList<>(List.of("simulate", "--kafka", bootstrap, "--world", world));
    add(arguments, "--goods", goods);
    add(arguments, "--pace", pace);
    add(arguments, "--seed", seed);
    if (goOn) {
      arguments.add("--continue");
    }
    arguments.addAll(others);
    return arguments;
  }

  private static void add(List<String> arguments, String option, String value) {
    if (value != null) {
      arguments.addAll(List.of(option, value));
    }
  }
}
