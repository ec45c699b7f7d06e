package kongo.drill;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import kongo.verify.ComparedFields;
import kongo.verify.Difference;
import kongo.verify.Verdict;

/** A cluster under load, on which one scenario after the other is played, each followed by the proof. */
final class Drill implements AutoCloseable {

  private static final int CALM_SECONDS = 4;
  private static final int MOST_WARM_UP_SECONDS = 90;
  private static final Duration CALM = Duration.ofSeconds(2);

  private final DrillSettings settings;
  private final DrillCluster cluster;
  private final Map<Background, Load> loads = new EnumMap<>(Background.class);
  private final GapProbe probe;
  private final Proof proof;
  private long recordsBefore;
  private long repeatedBefore;
  private int failedBefore;

  private Drill(DrillSettings settings, DrillCluster cluster) {
    this.settings = settings;
    this.cluster = cluster;
    this.probe = GapProbe.start(cluster.bootstrap(), Proof.GROUP);
    this.proof = new Proof(cluster, settings.say());
  }

  /** It goes on where it was when it was needed last. */
  private Load load(Background background) {
    return loads.computeIfAbsent(
        background, first -> new Load(cluster.bootstrap(), first.records(settings.seed(), cluster.footing().retention())));
  }

  /** Starts stores and nodes, empty. */
  static Drill start(DrillSettings settings, Footing footing) throws InterruptedException {
    return new Drill(settings, DrillCluster.start(settings, footing));
  }

  /** Plays a scenario under load, lets the load end, and verifies everything since the cluster was started. */
  DrillResult run(Scenario scenario) throws Exception {
    Instant begun = Instant.now();
    SplittableRandom random = new SplittableRandom(settings.seed() ^ scenario.name().hashCode());
    Load load = load(scenario.background());
    Stage stage = new Stage(cluster, proof, load, settings.load(), probe, random, this::say);
    load.start(settings.load());
    if (scenario.isTimed()) {
      awaitCalm(stage);
    }
    probe.take();
    scenario.story().play(stage);
    load.stop();
    say("the load has ended");
    Proof.Found found = proof.find(failedBefore + stage.failuresExpected());
    failedBefore += stage.failuresExpected();
    return result(scenario, begun, stage, found);
  }

  /** Until the nodes keep up with the load, so that what is measured is the fault's; or for long enough. */
  private void awaitCalm(Stage stage) throws InterruptedException {
    int calm = 0;
    for (int seconds = 0; calm < CALM_SECONDS && seconds < MOST_WARM_UP_SECONDS; seconds++) {
      stage.pause(Duration.ofSeconds(1));
      calm = probe.decisions() > 0 && probe.longestWait().compareTo(CALM) < 0 ? calm + 1 : 0;
    }
  }

  private DrillResult result(Scenario scenario, Instant begun, Stage stage, Proof.Found found) throws Exception {
    Verdict verdict = found.verdict();
    long records = verdict.inputs() - recordsBefore;
    long repeated = verdict.repeated() - repeatedBefore;
    recordsBefore = verdict.inputs();
    repeatedBefore = verdict.repeated();
    Figures figures = Figures.of(cluster, found.books());
    return new DrillResult(
        scenario.name(), scenario.what(), settings.seed(), begun.toString(),
        Duration.between(begun, Instant.now()).toMillis() / 1_000.0, faults(stage.faults(), probe.take()),
        records, verdict.expected().size(), verdict.difference().lost().size(), verdict.difference().invented().size(),
        verdict.difference().wrong().size(), repeated, verdict.deadLetters(), verdict.unread(), verdict.failedRecords(),
        found.books().rows(), joined(stage.findings(), found.findings(), figures.findings()), ComparedFields.digest(verdict.observed()), "",
        joined(stage.figures(), closed(verdict), figures.lines()));
  }

  private static List<String> closed(Verdict verdict) {
    Difference all = Difference.between(verdict.expected(), verdict.observed());
    return verdict.closed() == 0 ? List.of()
        : List.of("%,d expected or observed began before the books were closed, of which nothing is demanded; with them %,d are missing, %,d too many, %,d different"
            .formatted(verdict.closed(), all.lost().size(), all.invented().size(), all.wrong().size()));
  }

  @SafeVarargs
  private static List<String> joined(List<String>... parts) {
    return Stream.of(parts).flatMap(List::stream).toList();
  }

  private static List<FaultResult> faults(List<Fault> faults, List<Gap> gaps) {
    List<FaultResult> results = new ArrayList<>();
    for (int i = 0; i < faults.size(); i++) {
      long until = i + 1 < faults.size() ? faults.get(i + 1).at() : Long.MAX_VALUE;
      results.add(FaultResult.of(faults.get(i), until, gaps));
    }
    return List.copyOf(results);
  }

  boolean suits(Footing wanted) {
    return cluster.footing().suits(wanted);
  }

  private void say(String line) {
    settings.say().accept(line);
  }

  @Override
  public void close() {
    probe.close();
    loads.values().forEach(Load::close);
    cluster.close();
  }
}
