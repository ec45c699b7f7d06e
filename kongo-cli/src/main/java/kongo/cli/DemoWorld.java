package kongo.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kongo.simulator.world.Devices;
import picocli.CommandLine.Option;

/** What the demo's simulator is told: a few options of its own name, and any other of ./kongo simulate. */
final class DemoWorld {

  /** Few enough that the world is what it was; each is taken back within half an hour, which are 30 s at this pace. */
  private static final String SOME_MISTAKES = "0.0005,30m";

  private static final String SOME_PROFILE_CHANGES = "0.05";

  /** One of each kind, and then none: whoever publishes a book after that is not interfered with. Each 20 s. */
  private static final String SOME_BOOKS = "4,20m";

  /** Its stays last minutes: an hour a minute. */
  private static final String STEADY_PACE = "60";

  /** Its turns last an hour: one a second. */
  private static final String CLASSIC_PACE = "3600";

  @Option(names = "--world", paramLabel = "NAME", defaultValue = "steady", description = "steady, in its dense mix, or classic (default: ${DEFAULT-VALUE}).")
  private String world;

  @Option(names = "--goods", paramLabel = "N", description = "How many Goods.")
  private Optional<String> goods = Optional.empty();

  @Option(names = "--pace", paramLabel = "PACE", description = "Seconds of event time in a second, or max (default: 60, of the classic world 3600: an hourly turn a second).")
  private Optional<String> pace = Optional.empty();

  @Option(names = "--seed", paramLabel = "N", description = "The same seed gives the same records.")
  private Optional<String> seed = Optional.empty();

  /**
   * The command line of the simulator.
   *
   * @param book of the nodes, if it is not the shipped one
   * @param others what the demo was given beyond its own options
   */
  List<String> simulate(String bootstrap, Path folder, boolean goOn, Optional<Path> book, List<String> others) {
    var arguments = new ArrayList<>(List.of("simulate", "--kafka", bootstrap, "--world", world, "--state", state(folder).toString()));
    add(arguments, "--goods", goods);
    add(arguments, "--seed", seed);
    arguments.addAll(List.of("--pace", pace.orElse(isSteady() ? STEADY_PACE : CLASSIC_PACE)));
    if (isSteady()) {
      addUnless(others, arguments, "--mix", "dense");
      addUnless(others, arguments, "--mistakes", SOME_MISTAKES);
      addUnless(others, arguments, "--profile-changes", SOME_PROFILE_CHANGES);
      addUnless(others, arguments, "--loggers", share(Devices.EVENTFUL.loggers()));
      addUnless(others, arguments, "--silent", share(Devices.EVENTFUL.silent()));
      addUnless(others, arguments, "--faulty", share(Devices.EVENTFUL.faulty()));
      addUnless(others, arguments, "--units", share(Devices.EVENTFUL.units()));
      addUnless(others, arguments, "--books", SOME_BOOKS);
    }
    book.ifPresent(file -> addUnless(others, arguments, "--book", file.toString()));
    if (goOn) {
      arguments.add("--continue");
    }
    arguments.addAll(others);
    return arguments;
  }

  /** Where the simulator keeps how far the world came. */
  static Path state(Path folder) {
    return folder.resolve("simulation.properties");
  }

  boolean isClassic() {
    return world.equalsIgnoreCase("classic");
  }

  private boolean isSteady() {
    return world.equalsIgnoreCase("steady");
  }

  private static String share(double share) {
    return Double.toString(share);
  }

  private static void addUnless(List<String> given, List<String> arguments, String option, String value) {
    if (given.stream().noneMatch(each -> each.equals(option) || each.startsWith(option + "="))) {
      arguments.addAll(List.of(option, value));
    }
  }

  private static void add(List<String> arguments, String option, Optional<String> value) {
    value.ifPresent(given -> arguments.addAll(List.of(option, given)));
  }
}
