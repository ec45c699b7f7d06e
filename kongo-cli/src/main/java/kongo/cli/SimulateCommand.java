package kongo.cli;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import kongo.local.FileProblem;
import kongo.local.LocalFailure;
import kongo.protocol.Topics;
import kongo.simulator.Bounds;
import kongo.simulator.Delivered;
import kongo.simulator.Pace;
import kongo.simulator.Progress;
import kongo.simulator.RunRecorder;
import kongo.simulator.SavedRun;
import kongo.simulator.Sender;
import kongo.simulator.Simulation;
import kongo.simulator.books.BookChanges;
import kongo.simulator.disorder.Disorder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Sends a simulated world to the input topics. */
@Command(name = "simulate", mixinStandardHelpOptions = true, sortOptions = false,
    description = "Simulate a world of warehouses, trucks and Goods, and send what its sensors and RFID gates say to Kafka. "
        + "Ctrl-C lets the world end; what disorder holds back is still sent.")
final class SimulateCommand implements Callable<Integer> {

  private static final Duration LAST_SENDS = Duration.ofSeconds(20);

  @Mixin private DataOption data;
  @Mixin private WorldOptions worlds;
  @Mixin private DisorderOptions disorders;
  @Mixin private BookOptions bookOptions;

  @Option(names = "--kafka", paramLabel = "HOST:PORT", description = "Bootstrap servers (default: the local Kafka of --data).")
  private Optional<String> kafka = Optional.empty();

  @Option(names = "-X", paramLabel = "KEY=VALUE", description = "A setting of the Kafka producer, such as -Xsecurity.protocol=SSL.")
  private Map<String, String> client = new TreeMap<>();

  @Option(names = "--pace", paramLabel = "N", defaultValue = "1", description = "How fast event time runs: 1 is real time, 3600 an hour a second, max as fast as the broker takes it (default: ${DEFAULT-VALUE}).")
  private String pace;

  @Option(names = "--rate", paramLabel = "N", description = "So many records per second, whatever event time does; in place of --pace.")
  private Optional<Double> rate = Optional.empty();

  @Option(names = "--turns", paramLabel = "N", description = "classic: end after so many turns.")
  private long turns = Bounds.NONE.turns();

  @Option(names = "--for", paramLabel = "TIME", converter = DurationText.class, description = "End after so much event time.")
  private Duration span = Bounds.NONE.span();

  @Option(names = "--events", paramLabel = "N", description = "End after so many records, duplicates and garbage not counted.")
  private long events = Bounds.NONE.events();

  @Option(names = "--state", paramLabel = "FILE", description = "Where to keep how far the world came (default: nowhere, with --continue simulation.properties in --data).")
  private Optional<Path> state = Optional.empty();

  @Option(names = "--continue", description = "Go on with the same world where --state says that it stopped; with nothing saved, begin.")
  private boolean goOn;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    Disorder disorder = checked(disorders::disorder);
    Optional<Path> file = state.or(() -> goOn ? Optional.of(data.folder().resolve("simulation.properties")) : Optional.empty());
    Optional<SavedRun> saved = goOn ? saved(file.orElseThrow()) : Optional.empty();
    Instant start = saved.map(run -> Instant.ofEpochMilli(run.start())).orElseGet(() -> checked(worlds::start));
    SavedRun begun = new SavedRun(checked(() -> worlds.text(start)), start.toEpochMilli(), saved.map(SavedRun::made).orElse(0L));
    saved.ifPresent(run -> requireSame(run, begun));
    Bounds bounds = new Bounds(turns, span, events);
    Simulation simulation = new Simulation(checked(() -> worlds.world(start)), bounds, disorder, worlds.seed()).skip(begun.made());
    BookChanges books = checked(() -> bookOptions.books(start, worlds.seed(), worlds.longestStay(), worlds.book()));
    Progress lines = Progress.lines(System.err);
    Progress progress = file.map(path -> lines.and(new RunRecorder(path, begun, simulation))).orElse(lines);
    spec.commandLine().getOut().println(send(simulation, begun.made() == 0 ? books : books.continued(), progress));
    return Exit.OK;
  }

  /** @throws ParameterException if no world can be made of its options */
  void requireSound() {
    checked(disorders::disorder);
    Instant start = checked(worlds::start);
    checked(() -> worlds.world(start));
    checked(() -> bookOptions.books(start, worlds.seed(), worlds.longestStay(), worlds.book()));
    checked(this::pace);
  }

  private Delivered send(Simulation simulation, BookChanges books, Progress progress) {
    Map<String, Object> settings = new TreeMap<>(client);
    settings.put("bootstrap.servers", kafka.orElseGet(() -> LocalEnvironment.require(data.folder()).kafka()));
    AtomicBoolean cutShort = new AtomicBoolean();
    CountDownLatch done = new CountDownLatch(1);
    Thread hook = new Thread(() -> end(simulation, cutShort, done), "end-of-simulation");
    Pace chosen = checked(this::pace);
    Runtime.getRuntime().addShutdownHook(hook);
    try (Sender sender = new Sender(settings, Topics.DEFAULT)) {
      return sender.run(simulation, books::due, chosen, progress, cutShort::get);
    } catch (IllegalStateException problem) {
      throw new LocalFailure(problem.getMessage());
    } finally {
      done.countDown();
    }
  }

  private static void end(Simulation simulation, AtomicBoolean cutShort, CountDownLatch done) {
    simulation.end();
    try {
      if (!done.await(LAST_SENDS.toSeconds(), TimeUnit.SECONDS)) {
        cutShort.set(true);
        done.await(LAST_SENDS.toSeconds(), TimeUnit.SECONDS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Pace pace() {
    if (rate.isPresent()) {
      return Pace.rate(rate.get());
    }
    try {
      return pace.equals("max") ? Pace.max() : Pace.factor(Double.parseDouble(pace));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("--pace must be a number or max, not " + pace);
    }
  }

  /** Nothing if there is none; a failure that names the file if it is damaged. */
  static Optional<SavedRun> saved(Path file) {
    try {
      return Files.exists(file) ? Optional.of(SavedRun.read(file)) : Optional.empty();
    } catch (FileSystemException problem) {
      throw FileProblem.of(file, problem, "move it out of the way, or begin anew, without --continue");
    } catch (IOException problem) {
      throw new LocalFailure(problem.getMessage(), problem);
    }
  }

  private void requireSame(SavedRun saved, SavedRun begun) {
    if (!saved.world().equals(begun.world())) {
      throw new ParameterException(
          spec.commandLine(),
          "The world to continue is another one. Give the options that it was begun with:%n  saved: %s%n  given: %s"
              .formatted(saved.world(), begun.world()));
    }
  }

  /** Bad values are told as such, not as failures. */
  private <T> T checked(Supplier<T> options) {
    try {
      return options.get();
    } catch (IllegalArgumentException | DateTimeException problem) {
      throw new ParameterException(spec.commandLine(), problem.getMessage(), problem);
    }
  }
}
