package kongo.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import kongo.local.ChildProcess;
import kongo.local.JvmCommand;
import kongo.local.LocalFailure;
import kongo.local.LocalNodes;
import kongo.local.LocalSettings;
import kongo.local.LocalStores;
import kongo.protocol.Topics;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

/** Everything at once: stores, nodes, a simulated world, a live view, and at the end the proof that nothing was lost, invented or wrong. */
@Command(name = "demo", mixinStandardHelpOptions = true,
    description = "Start Kafka, Cassandra and cluster nodes, simulate a world against them, show what happens, and verify it at the end. "
        + "Options not listed here are passed on to ./kongo simulate.")
final class DemoCommand implements Callable<Integer> {

  private static final Duration FOREVER = Duration.ofDays(3650);
  private static final Duration SIMULATOR_GRACE = Duration.ofSeconds(30);

  @Mixin private DataOption data;
  @Mixin private DemoWorld world;
  @Mixin private NodeBook book;
  @Mixin private RetentionOption retention;

  @Option(names = "--nodes", paramLabel = "N", defaultValue = "1", description = "How many cluster nodes (default: ${DEFAULT-VALUE}).")
  private int nodes;

  @Option(names = "--for", paramLabel = "TIME", converter = DurationText.class,
      description = "End the simulation so long after its first record, such as 60s, then verify (default: run until Ctrl-C).")
  private Duration duration = FOREVER;

  @Option(names = "--continue", description = "Go on with the kept data and a continued world, rather than start fresh.")
  private boolean goOn;

  @Unmatched private List<String> others = new ArrayList<>();

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    if (nodes < 1 || nodes > 9) {
      throw new picocli.CommandLine.ParameterException(spec.commandLine(), "--nodes must be 1 to 9");
    }
    requireSoundWorld();
    if (goOn) {
      SimulateCommand.saved(DemoWorld.state(data.folder()));
    }
    try (var lifetime = new Lifetime()) {
      return run(lifetime);
    }
  }

  /** What is not the demo's own has to be the simulator's, and make a world, or nothing is started. */
  private void requireSoundWorld() {
    var simulator = new SimulateCommand();
    List<String> arguments = world.simulate("", data.folder(), false, rules(), others);
    new CommandLine(simulator).setCommandName("kongo simulate").setCaseInsensitiveEnumValuesAllowed(true).parseArgs(arguments.stream().skip(1).toArray(String[]::new));
    simulator.requireSound();
  }

  private int run(Lifetime lifetime) throws Exception {
    var steps = new ProgressSteps(spec.commandLine().getOut(), Terminal.ansi());
    var folder = data.folder();
    var view = new LiveView(spec.commandLine().getOut(), Terminal.drawable());
    var settings = LocalSettings.in(folder).withFresh(!goOn).withProgress(steps);
    // Nodes and simulator wait for the stores by themselves, and their JVMs start meanwhile.
    var stores = lifetime.add(LocalStores.begin(settings));
    lifetime.add(() -> LocalEnvironment.forget(folder));
    var listener = new Announced(folder, view::notice);
    var cluster = lifetime.add(new LocalNodes(nodes, folder, stores, listener, variables()));
    cluster.start();
    stores.awaitKafka();
    var topics = steps.time("Topics", () -> LocalTopics.create(stores.kafka().bootstrap()));
    stores.awaitReady();
    listener.write(LocalEnvironment.of(stores));
    simulate(lifetime, steps, stores, cluster, view, topics);
    return verify(stores);
  }

  /** Fails before anything is started if there is no such book. */
  private Optional<Path> rules() {
    return book.file(world.isClassic());
  }

  private Map<String, String> variables() {
    var variables = new HashMap<>(retention.variables());
    rules().ifPresent(file -> variables.put(NodeBook.VARIABLE, file.toString()));
    return variables;
  }

  private void simulate(Lifetime lifetime, ProgressSteps steps, LocalStores stores, LocalNodes cluster, LiveView view, Topics topics) throws Exception {
    try (var source = new LiveSource(stores.kafka().bootstrap(), topics, view.figures(), Instant.now().toEpochMilli())) {
      source.measure();
      var time = new RunTime(duration, view.figures().inputRecords());
      var simulator = startSimulator(stores, data.folder());
      lifetime.add(() -> simulator.stop(SIMULATOR_GRACE));
      awaitReady(cluster, steps);
      view.show(source, time, simulator::alive);
      requireWell(simulator);
      end(simulator, steps);
    }
  }

  private void awaitReady(LocalNodes cluster, ProgressSteps steps) throws Exception {
    var first = cluster.get(0).http();
    steps.time(nodes == 1 ? "Node at http://" + first : nodes + " nodes, the first at http://" + first, () -> {
      cluster.awaitReady();
      return cluster;
    });
  }

  private static void requireWell(ChildProcess simulator) {
    if (!simulator.alive() && simulator.ended().join() != Exit.OK) {
      throw new LocalFailure("The simulator ended; its log ends:%n  %s".formatted(String.join(System.lineSeparator() + "  ", simulator.lastLines(8))));
    }
  }

  private static void end(ChildProcess simulator, ProgressSteps steps) throws Exception {
    steps.time("Simulator stopped", () -> stop(simulator));
  }

  private ChildProcess startSimulator(LocalStores stores, Path folder) {
    var flags = List.of("-Xmx512m", "-Dlogback.configurationFile=kongo/cli/logback.xml");
    var command = JvmCommand.ofThisClassPath(Kongo.class.getName(), flags, Map.of(), folder.resolve("logs").resolve("simulate.log"));
    return ChildProcess.start("simulate", command.with(world.simulate(stores.kafka().bootstrap(), folder, goOn, rules(), others)));
  }

  private static ChildProcess stop(ChildProcess simulator) {
    simulator.stop(SIMULATOR_GRACE);
    return simulator;
  }

  /** The last word of the demo: waits for rest, compares, prints, and tells the status to exit with. */
  private int verify(LocalStores stores) {
    var arguments = new ArrayList<>(List.of("verify", "--kafka", stores.kafka().bootstrap(), "--cassandra", stores.cassandra().contactPoint()));
    retention.given().ifPresent(time -> arguments.addAll(List.of("--retention", time.toMillis() + "ms")));
    rules().ifPresent(file -> arguments.addAll(List.of("--rules", file.toString())));
    return Kongo.commandLine().execute(arguments.toArray(String[]::new));
  }
}
