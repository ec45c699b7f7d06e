package kongo.cli;

import com.typesafe.config.ConfigFactory;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import kongo.drill.DrillResult;
import kongo.drill.DrillRun;
import kongo.drill.DrillSettings;
import kongo.drill.DrillText;
import kongo.drill.Plant;
import kongo.drill.ResultFile;
import kongo.drill.Scenario;
import kongo.drill.Scenarios;
import kongo.host.settings.NodeConfig;
import kongo.local.FileProblem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Does harm to a local cluster under load on purpose, and proves that its violations are exact all the same. */
@Command(name = "drill", mixinStandardHelpOptions = true,
    description = "Start a local cluster, put it under load, do harm to it, and verify. Ends with 1 if anything is lost, invented or wrong; "
        + "how long records waited is printed beside the goals.")
final class DrillCommand implements Callable<Integer> {

  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss");

  @Mixin private DataOption data;
  @Mixin private RetentionOption retention;
  @Mixin private LongLifeOptions lives;

  @Parameters(arity = "0..1", paramLabel = "NAME", description = "A scenario of --list; short: five of them; all; random: faults by chance; or long-life: years in the life of Goods and Locations.")
  private Optional<String> name = Optional.empty();

  @Option(names = "--plant", paramLabel = "NAME", description = "Start the nodes with a fault of --list in them, and play the scenario that has to find it. Ends with 1 if it does not.")
  private Optional<String> plant = Optional.empty();

  @Option(names = "--list", description = "List the scenarios, and the faults that can be planted.")
  private boolean list;

  @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "Of the load, and of what a scenario leaves to chance (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Option(names = "--for", paramLabel = "TIME", converter = DurationText.class, description = "random: how long (default: 3m); retention: how long before the last world (default: 2m).")
  private Optional<Duration> length = Optional.empty();

  @Option(names = "--load", paramLabel = "N", defaultValue = "600", description = "Records per second (default: ${DEFAULT-VALUE}).")
  private double load;

  @Option(names = "--nodes", paramLabel = "N", description = "How many cluster nodes (default: 3; long-life: 2).")
  private Optional<Integer> nodes = Optional.empty();

  @Option(names = "--out", paramLabel = "FILE", description = "Where the results go (default: drill/results.json in --data).")
  private Optional<Path> out = Optional.empty();

  @Option(names = "--resume", description = "Go on with the results that are there: play only what they do not have.")
  private boolean resume;

  private volatile boolean caught;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    if (list) {
      list();
      return Exit.OK;
    }
    return plant.isPresent() ? find(planted(plant.get())) : play(scenarios(), "results") ? Exit.OK : Exit.WRONG;
  }

  private void list() {
    Stream.concat(Scenarios.all().stream(), Stream.of(lives.scenario())).forEach(each -> say("%-24s %s".formatted(each.name(), each.what())));
    say("%nFaults that can be planted, and what finds them:".formatted());
    Plant.all().forEach(each -> say("%-24s %s: %s".formatted(each.name(), each.what(), each.foundBy())));
  }

  private boolean play(List<Scenario> scenarios, String file) throws Exception {
    Path folder = data.folder().resolve("drill");
    ResultFile results = results(out.orElse(folder.resolve(file + ".json")));
    try (Lifetime lifetime = new Lifetime()) {
      DrillRun run = lifetime.add(new DrillRun(settings(folder), results, this::tell));
      return run.play(scenarios);
    }
  }

  private void tell(DrillResult result) {
    caught |= result.caught();
    say(DrillText.of(result));
  }

  private int find(Plant planted) throws Exception {
    Scenario scenario = planted.scenario().orElseThrow(() -> new ParameterException(spec.commandLine(),
        "%s is planted by a test: mvn -pl kongo-runtime -am test -Dtest=%s -Dsurefire.failIfNoSpecifiedTests=false".formatted(
            planted.name(), planted.foundBy())));
    play(List.of(scenario), "plant-" + planted.name());
    say("%s is planted (%s): %s".formatted(planted.name(), planted.what(), caught ? "found" : "NOT FOUND"));
    return caught ? Exit.OK : Exit.WRONG;
  }

  private Plant planted(String wanted) {
    return Plant.named(wanted).orElseThrow(() -> new ParameterException(spec.commandLine(), "There is no plant " + wanted + ": see --list."));
  }

  private List<Scenario> scenarios() {
    String wanted = name.orElseThrow(() -> new ParameterException(spec.commandLine(), "Say which: a scenario of --list, short, all or random."));
    return switch (wanted) {
      case "all" -> Scenarios.all();
      case "short" -> Scenarios.shortOnes();
      case "random" -> List.of(Scenarios.random(seed, length.orElse(Duration.ofMinutes(3))));
      case "retention" -> List.of(length.map(Scenarios::retention).orElseGet(() -> Scenarios.named("retention").orElseThrow()));
      case LongLifeOptions.NAME -> List.of(lives.scenario());
      default -> List.of(Scenarios.named(wanted).orElseThrow(
          () -> new ParameterException(spec.commandLine(), "There is no scenario " + wanted + ": see --list.")));
    };
  }

  private DrillSettings settings(Path folder) {
    try {
      boolean lasts = name.equals(Optional.of(LongLifeOptions.NAME));
      DrillSettings settings = new DrillSettings(folder, nodes.orElse(lasts ? 2 : 3), load, seed, retention(), this::progress);
      if (!lasts && !settings.majoritySurvives()) {
        throw new IllegalArgumentException("--nodes must be at least 3: a majority has to survive");
      }
      return settings;
    } catch (IllegalArgumentException problem) {
      throw new ParameterException(spec.commandLine(), problem.getMessage(), problem);
    }
  }

  /** As the nodes of the drill would have it by themselves, if something in their environment says so. */
  private Optional<Duration> retention() {
    return retention.given().or(() -> Optional.ofNullable(System.getenv(RetentionOption.VARIABLE))
        .map(set -> Duration.ofMillis(NodeConfig.load(ConfigFactory.empty()).settings().location().retentionMillis())));
  }

  private ResultFile results(Path file) {
    try {
      return resume ? ResultFile.resume(file) : ResultFile.fresh(file);
    } catch (IOException problem) {
      throw FileProblem.of(file, problem, "move it out of the way, or leave --resume out");
    }
  }

  private void progress(String line) {
    var err = spec.commandLine().getErr();
    err.println(LocalTime.now().format(CLOCK) + " " + line);
    err.flush();
  }

  private void say(String text) {
    var console = spec.commandLine().getOut();
    console.println(text);
    console.flush();
  }
}
