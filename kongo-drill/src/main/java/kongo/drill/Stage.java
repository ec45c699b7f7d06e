package kongo.drill;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import kongo.local.LocalNode;
import kongo.simulator.Sender;
import kongo.simulator.SimulatedRecord;
import org.apache.kafka.common.TopicPartition;

/** Where a story is played: the cluster, its load, and a record of what was done to it. */
final class Stage {

  private static final Duration LONGEST_STORE_START = Duration.ofMinutes(5);

  /** What a fault does. */
  @FunctionalInterface
  interface Deed {
    void run() throws Exception;
  }

  private final DrillCluster cluster;
  private final Load load;
  private final double perSecond;
  private double perSecondNow;
  private final GapProbe probe;
  private final SplittableRandom random;
  private final Consumer<String> say;
  private final List<Fault> faults = new ArrayList<>();
  private final List<String> figures = new ArrayList<>();
  private final List<String> findings = new ArrayList<>();
  private final Proof proof;
  private int failuresExpected;

  Stage(
      DrillCluster cluster, Proof proof, Load load, double perSecond, GapProbe probe, SplittableRandom random, Consumer<String> say) {
    this.cluster = cluster;
    this.proof = proof;
    this.load = load;
    this.perSecond = perSecond;
    this.perSecondNow = perSecond;
    this.probe = probe;
    this.random = random;
    this.say = say;
  }

  /** What the cluster stands on, which the scenario has asked for. */
  <G extends Ground> G ground(Class<G> kind) {
    return kind.cast(cluster.footing().ground());
  }

  DrillCluster cluster() {
    return cluster;
  }

  SplittableRandom random() {
    return random;
  }

  double perSecond() {
    return perSecond;
  }

  /** An event time by chance, from the first of the load to that of its latest record. */
  long anyPast() {
    return load.firstTime() + random.nextLong(load.latestTime() - load.firstTime() + 1);
  }

  List<Fault> faults() {
    return List.copyOf(faults);
  }

  /** One of the nodes, by chance. */
  LocalNode anyNode() {
    return cluster.nodes().get(random.nextInt(cluster.nodes().all().size()));
  }

  /** Does something to some nodes: what they consume is hit. */
  void fault(String what, Goal goal, Collection<LocalNode> nodes, Deed deed) throws Exception {
    Set<TopicPartition> hit = NodePartitions.of(nodes);
    happen(what + (hit.isEmpty() ? "" : " (%d partitions)".formatted(hit.size())), goal, hit, deed);
  }

  /** Does something that everybody notices. */
  void faultForAll(String what, Goal goal, Deed deed) throws Exception {
    happen(what, goal, NodePartitions.of(cluster.nodes().all()), deed);
  }

  /** Does something to those who consume these, as was asked before: for what has to happen at once. */
  void fault(String what, Goal goal, Set<TopicPartition> hit, Deed deed) throws Exception {
    happen(what, goal, hit, deed);
  }

  private void happen(String what, Goal goal, Set<TopicPartition> hit, Deed deed) throws Exception {
    say.accept(what);
    faults.add(new Fault(what, System.currentTimeMillis(), hit, goal));
    deed.run();
  }

  void say(String line) {
    say.accept(line);
  }

  void pause(Duration time) throws InterruptedException {
    TimeUnit.MILLISECONDS.sleep(time.toMillis());
  }

  void pauseSeconds(long seconds) throws InterruptedException {
    TimeUnit.SECONDS.sleep(seconds);
  }

  /** Returns right after the engine has committed something: what it had written for it was acknowledged a moment ago. */
  void awaitDecision() throws InterruptedException {
    long before = probe.decisions();
    while (probe.decisions() == before) {
      TimeUnit.MILLISECONDS.sleep(5);
    }
  }

  /** All nodes do their whole work again, or the time is over. */
  void awaitReady(Duration longest) throws InterruptedException {
    notReady(longest).ifPresent(this::say);
  }

  /** The same where a scenario would prove nothing without them. */
  void requireReady(Duration longest) throws InterruptedException {
    Optional<String> notReady = notReady(longest);
    if (notReady.isPresent()) {
      throw new IllegalStateException(notReady.get());
    }
  }

  /** Waits; a sentence if the time is over. */
  private Optional<String> notReady(Duration longest) throws InterruptedException {
    List<String> missing = cluster.awaitReady(longest);
    return missing.isEmpty() ? Optional.empty() : Optional.of("not ready after %d s: %s".formatted(longest.toSeconds(), missing));
  }

  /** So many records of this scenario cannot be taken by any actor, and have to be given up. */
  void expectFailures(int records) {
    failuresExpected += records;
  }

  int failuresExpected() {
    return failuresExpected;
  }

  /** Lets the load end, waits for rest and compares everything until now; then the load goes on. */
  void prove(String when) throws Exception {
    load.stop();
    Proof.Found found = proof.find(0);
    found.findings().forEach(finding -> findings.add(when + ": " + finding));
    figure("%s: %,d records, %,d violations, of them %,d not compared since they began before the books were closed: %s".formatted(
        when, found.verdict().inputs(), found.verdict().expected().size(), found.verdict().closed(), found.findings().isEmpty() ? "clean" : "NOT CLEAN"));
    load.start(perSecondNow);
  }

  Proof proof() {
    return proof;
  }

  /** Something that was measured, for the result. */
  void figure(String words) {
    say(words);
    figures.add(words);
  }

  List<String> figures() {
    return List.copyOf(figures);
  }

  /** Something that is wrong. */
  void finding(String words) {
    findings.add(words);
  }

  List<String> findings() {
    return List.copyOf(findings);
  }

  void startKafka() {
    cluster.kafka().start();
    cluster.kafka().awaitReady(LONGEST_STORE_START);
    say("Kafka answers again");
  }

  void startCassandra() {
    cluster.cassandra().start();
    cluster.cassandra().awaitReady(LONGEST_STORE_START);
    say("Cassandra answers again");
  }

  /** Sends more at its own rate, until it ends. */
  void sendBeside(Iterator<SimulatedRecord> records, double rate) {
    try (Load more = new Load(cluster.bootstrap(), records)) {
      more.start(rate);
      more.await();
    }
  }

  /** Sends nothing by itself; to be closed. */
  Sender sender() {
    return Load.sender(cluster.bootstrap());
  }

  /** Nothing of the load comes any more. */
  void endLoad() {
    load.stop();
  }

  /** For a while, so many times the load. */
  void multiplyLoad(double factor) {
    perSecondNow = factor * perSecond;
    say(String.format(Locale.ROOT, "load %.0f records/s", factor * perSecond));
    load.change(factor * perSecond);
  }
}
