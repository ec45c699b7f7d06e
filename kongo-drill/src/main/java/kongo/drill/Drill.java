package kongo.drill;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import kongo.drill.plant.NodePlant;
import kongo.protocol.Topics;
import kongo.reference.Acceptance;
import kongo.rules.RuleBooks;
import kongo.simulator.Bounds;
import kongo.simulator.Simulation;
import kongo.simulator.disorder.Disorder;
import kongo.simulator.world.SteadySettings;
import kongo.simulator.world.SteadyWorld;
import kongo.verify.ComparedFields;
import kongo.verify.Verdict;
import kongo.verify.Verification;
import kongo.verify.VerifySettings;

/** A cluster under load, on which one scenario after the other is played, each followed by the proof. */
final class Drill implements AutoCloseable {

  private static final String GROUP = "kongo";
  private static final int CALM_SECONDS = 4;
  private static final int MOST_WARM_UP_SECONDS = 90;
  private static final Duration CALM = Duration.ofSeconds(2);
  private static final Duration READY_TIME = Duration.ofSeconds(120);
  private static final Duration STORES_TIME = Duration.ofSeconds(120);
  private static final Duration REST_TIME = Duration.ofMinutes(5);
  private static final Duration QUIET = Duration.ofSeconds(3);

  private final DrillSettings settings;
  private final DrillCluster cluster;
  private final Load load;
  private final GapProbe probe;
  private long recordsBefore;
  private long repeatedBefore;
  private int failedBefore;

  private Drill(DrillSettings settings, DrillCluster cluster) {
    this.settings = settings;
    this.cluster = cluster;
    this.load = new Load(cluster.bootstrap(), world(settings.seed()));
    this.probe = GapProbe.start(cluster.bootstrap(), GROUP);
  }

  /** Starts stores and nodes, empty. */
  static Drill start(DrillSettings settings, Ground ground, NodePlant plant) throws InterruptedException {
    return new Drill(settings, DrillCluster.start(settings, ground, plant));
  }

  private static Simulation world(long seed) {
    SteadySettings dense = SteadySettings.DENSE;
    SteadySettings seeded =
        new SteadySettings(
            seed, dense.start(), dense.goods(), dense.warehouses(), dense.trucks(), dense.maxWeightKg(), dense.useBy(),
            dense.missedReads(), dense.repeatedReads(), dense.period(), dense.stay(), dense.betweenFailures(),
            dense.failure(), dense.overloads(), dense.incompatible());
    return new Simulation(new SteadyWorld(seeded), Bounds.NONE, Disorder.NONE, seed);
  }

  /** Plays a scenario under load, lets the load end, and verifies everything since the cluster was started. */
  DrillResult run(Scenario scenario) throws Exception {
    Instant begun = Instant.now();
    SplittableRandom random = new SplittableRandom(settings.seed() ^ scenario.name().hashCode());
    Stage stage = new Stage(cluster, load, settings.load(), probe, random, this::say);
    load.start(settings.load());
    awaitCalm(stage);
    probe.take();
    scenario.story().play(stage);
    load.stop();
    say("the load has ended");
    awaitStores();
    List<String> notReady = cluster.awaitReady(READY_TIME);
    VerifySettings verify = verifySettings();
    Verdict verdict = Verification.run(verify, this::say);
    Books books = Books.check(cluster.stores(), verify, verdict, this::say);
    return result(scenario, begun, stage, notReady, verdict, books);
  }

  /** Until the nodes keep up with the load, so that what is measured is the fault's; or for long enough. */
  private void awaitCalm(Stage stage) throws InterruptedException {
    int calm = 0;
    for (int seconds = 0; calm < CALM_SECONDS && seconds < MOST_WARM_UP_SECONDS; seconds++) {
      stage.pause(Duration.ofSeconds(1));
      calm = probe.decisions() > 0 && probe.longestWait().compareTo(CALM) < 0 ? calm + 1 : 0;
    }
  }

  /** A story by chance may have started them just now. */
  private void awaitStores() {
    cluster.kafka().awaitReady(STORES_TIME);
    cluster.cassandra().awaitReady(STORES_TIME);
  }

  private VerifySettings verifySettings() {
    return new VerifySettings(
        Map.of("bootstrap.servers", cluster.bootstrap()), Topics.DEFAULT, GROUP, RuleBooks.shipped(),
        Acceptance.DEFAULT_RETENTION, Duration.ofDays(1), REST_TIME, QUIET);
  }

  private DrillResult result(Scenario scenario, Instant begun, Stage stage, List<String> notReady, Verdict verdict, Books books) {
    long records = verdict.inputs() - recordsBefore;
    long repeated = verdict.repeated() - repeatedBefore;
    recordsBefore = verdict.inputs();
    repeatedBefore = verdict.repeated();
    List<String> findings = Judgement.of(verdict, failedBefore + stage.failuresExpected(), notReady, books);
    failedBefore += stage.failuresExpected();
    return new DrillResult(
        scenario.name(), scenario.what(), settings.seed(), begun.toString(),
        Duration.between(begun, Instant.now()).toMillis() / 1_000.0, faults(stage.faults(), probe.take()),
        records, verdict.expected().size(), verdict.difference().lost().size(), verdict.difference().invented().size(),
        verdict.difference().wrong().size(), repeated, verdict.deadLetters(), verdict.unread(), verdict.failedRecords(),
        books.rows(), findings, ComparedFields.digest(verdict.observed()), "");
  }

  private static List<FaultResult> faults(List<Fault> faults, List<Gap> gaps) {
    List<FaultResult> results = new ArrayList<>();
    for (int i = 0; i < faults.size(); i++) {
      long until = i + 1 < faults.size() ? faults.get(i + 1).at() : Long.MAX_VALUE;
      results.add(FaultResult.of(faults.get(i), until, gaps));
    }
    return List.copyOf(results);
  }

  boolean suits(Ground wanted, NodePlant nodesWith) {
    return cluster.suits(wanted, nodesWith);
  }

  private void say(String line) {
    settings.say().accept(line);
  }

  @Override
  public void close() {
    probe.close();
    load.close();
    cluster.close();
  }
}
