package kongo.host;

import com.datastax.oss.driver.api.core.CqlSession;
import com.typesafe.config.Config;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import kongo.host.cluster.Formation;
import kongo.host.cluster.LeaseSetup;
import kongo.host.http.HealthInterface;
import kongo.host.http.HttpInterface;
import kongo.host.metrics.NodeMetrics;
import kongo.host.settings.ClusterSettings;
import kongo.host.settings.NodeConfig;
import kongo.host.settings.NodeSettings;
import kongo.host.store.CassandraConnection;
import kongo.host.store.KafkaConnection;
import kongo.host.store.KeyspaceClaims;
import kongo.host.store.LeaseRows;
import kongo.host.store.SavedViolationRows;
import kongo.host.store.SchemaCreation;
import kongo.host.violations.OpenViolations;
import kongo.host.violations.ViolationReader;
import kongo.journal.GuardedSessions;
import kongo.rules.InvalidRuleBookException;
import kongo.rules.RuleBook;
import kongo.rules.RuleBooks;
import org.apache.pekko.actor.BootstrapSetup;
import org.apache.pekko.actor.setup.ActorSystemSetup;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.remote.RemoteTransportException;

/** The steps that make a process a node, in their order; what needs nothing of each other side by side. */
final class NodeStart {

  private final Config config;
  private final NodeSettings settings;
  private final Halt halt;
  private final Readiness readiness = new Readiness();
  private final StartupLog steps = new StartupLog(readiness);
  private final OpenViolations violations;
  private final NodeMetrics metrics;
  private final HealthInterface health;
  private final HttpInterface http;
  private final LeaseSetup leases = new LeaseSetup();

  NodeStart(NodeConfig node, Halt halt) {
    this.config = node.config();
    this.settings = node.settings();
    this.halt = halt;
    this.violations = new OpenViolations(settings.http().openViolations());
    this.metrics = new NodeMetrics(violations);
    this.health = new HealthInterface(readiness, metrics.registry());
    this.http = new HttpInterface(violations);
  }

  /** @throws StartFailure if it cannot start; what was begun ends with the returned or failed system */
  RunningNode run() {
    RuleBook book = steps.run("Read the rule book", this::ruleBook);
    // Before anything can be written.
    PauseGuard guard = PauseGuard.start(settings.pauseLimit(), halt);
    GuardedSessions.guardedBy(guard::check);
    Beside<CqlSession> session = Beside.start("cassandra", this::sessionWithTables);
    Beside<KafkaConnection> kafka = Beside.start("kafka", this::kafkaThatAnswers);
    try {
      return run(book, guard, session, kafka);
    } catch (RuntimeException e) {
      session.giveUp();
      kafka.giveUp();
      guard.close();
      throw e;
    }
  }

  private RunningNode run(RuleBook book, PauseGuard guard, Beside<CqlSession> session, Beside<KafkaConnection> kafka) {
    ActorSystem<?> system = steps.run("Listening for the cluster at " + address(), this::actorSystem);
    try {
      ShutdownTasks shutdown = ShutdownTasks.of(system, halt);
      shutdown.add("metrics", metrics);
      shutdown.add("pause guard", guard);
      InetSocketAddress probed = listen("health", settings.http().healthPort(), () -> health.bind(system, settings.http()));
      InetSocketAddress bound = listen("HTTP", settings.http().port(), () -> http.bind(system, settings.http()));
      Beside.awaitAll(session, kafka);
      var opened = new Opened(book, guard, shutdown, session.result(), kafka.result());
      shutdown.add("Cassandra session", opened.session());
      shutdown.add("Kafka administration", opened.kafka());
      work(system, opened);
      return new RunningNode(system, bound, probed, readiness);
    } catch (RuntimeException e) {
      endUnlessProcessDoes(system);
      throw e;
    }
  }

  /** What the rest of the start needs, where each step needs the one before. */
  private record Opened(RuleBook book, PauseGuard guard, ShutdownTasks shutdown, CqlSession session, KafkaConnection kafka) {}

  private void work(ActorSystem<?> system, Opened opened) {
    CqlSession session = opened.session();
    claimData(session, opened.book());
    prepareTopics(opened.kafka(), session);
    join(system, session);
    new KeyspaceClaims(session, settings.cassandra().keyspace()).claimEpoch(settings.kafka().epoch());
    new NodeWork(config, settings, metrics, readiness, opened.shutdown())
        .start(system, session, opened.kafka(), opened.book(), opened.guard(), http);
    ViolationReader reader = opened.shutdown().add("open violations", reader(session));
    readiness.require("open violations", reader::missing);
    steps.done();
  }

  private ViolationReader reader(CqlSession session) {
    String keyspace = settings.cassandra().keyspace();
    var saved = new SavedViolationRows(session, keyspace, settings.kafka().topics().violations());
    return ViolationReader.start(settings.kafka(), violations, saved);
  }

  private CqlSession sessionWithTables() {
    CqlSession session = steps.run("Cassandra at " + cassandra(), this::session);
    try {
      steps.run(
          "Tables in keyspace " + settings.cassandra().keyspace(),
          () -> new SchemaCreation(session, settings.cassandra()).ensure());
      return session;
    } catch (RuntimeException e) {
      session.close();
      throw e;
    }
  }

  private KafkaConnection kafkaThatAnswers() {
    KafkaConnection kafka = new KafkaConnection(settings.kafka());
    try {
      steps.run("Kafka at " + settings.kafka().bootstrapServers(), kafka::await);
      return kafka;
    } catch (RuntimeException e) {
      kafka.close();
      throw e;
    }
  }

  private String cassandra() {
    return settings.cassandra().contactPointsText();
  }

  private CqlSession session() {
    return CassandraConnection.await(config, settings.cassandra());
  }

  private String address() {
    return settings.cluster().host() + ":" + settings.cluster().port();
  }

  private RuleBook ruleBook() {
    try {
      return settings.rules().map(RuleBooks::load).orElseGet(RuleBooks::shipped);
    } catch (InvalidRuleBookException e) {
      throw new StartFailure(ExitStatus.REFUSED, e.getMessage(), e);
    }
  }

  private ActorSystem<?> actorSystem() {
    ClusterSettings cluster = settings.cluster();
    var setup = ActorSystemSetup.create(BootstrapSetup.create(config), leases);
    try {
      return ActorSystem.create(Behaviors.empty(), cluster.name(), setup);
    } catch (RemoteTransportException e) {
      throw new StartFailure(
          ExitStatus.START_FAILED,
          "Cannot listen at %s (kongo.cluster.host, kongo.cluster.port): %s.".formatted(address(), e.getCause().getMessage()),
          e);
    } catch (Exception e) {
      // Pekko throws it without saying so.
      if (e instanceof TimeoutException) {
        throw new StartFailure(
            ExitStatus.START_FAILED,
            "Listening at %s (kongo.cluster.host, kongo.cluster.port) took too long, the machine may be too busy: %s.".formatted(address(), e.getMessage()),
            e);
      }
      throw e;
    }
  }

  private InetSocketAddress listen(String what, int port, Supplier<CompletionStage<InetSocketAddress>> binding) {
    String host = settings.http().host();
    try {
      InetSocketAddress bound = binding.get().toCompletableFuture().join();
      steps.run("Listening for %s at http://%s:%d".formatted(what, host, bound.getPort()), () -> {});
      return bound;
    } catch (CompletionException e) {
      throw new StartFailure(
          ExitStatus.START_FAILED,
          "Cannot listen for %s at %s:%d (kongo.http.host, kongo.http.%s): %s."
              .formatted(what, host, port, what.equals("HTTP") ? "port" : "health-port", reason(e)),
          e);
    }
  }

  private static String reason(CompletionException e) {
    return e.getCause().getCause() instanceof BindException bind ? bind.getMessage() : e.getCause().getMessage();
  }

  /** Only when the port is this node's: a second start by mistake claims nothing. */
  private void claimData(CqlSession session, RuleBook book) {
    var claims = new KeyspaceClaims(session, settings.cassandra().keyspace());
    steps.run(
        "Rule book " + book.hash().substring(0, 12) + " is that of the data",
        () -> {
          claims.claimRuleBook(book.hash());
          claims.claimLaw("law.retention", Duration.ofMillis(settings.location().retentionMillis()));
          claims.claimLaw("law.max-ahead", Duration.ofMillis(settings.eventTime().aheadMillis()));
          claims.claimLaw("law.earliest", Instant.ofEpochMilli(settings.eventTime().earliest()));
          claims.claimLaw("location.series", settings.location().series());
          claims.claimLaw("goods.profile-bytes", settings.profileBytes());
          claims.claimJournalPartitionSize(
              config.getLong("pekko.persistence.cassandra.journal.target-partition-size"));
        });
  }

  private void prepareTopics(KafkaConnection kafka, CqlSession session) {
    var claims = new KeyspaceClaims(session, settings.cassandra().keyspace());
    steps.run(
        "Topics",
        () -> {
          kafka.ensureTopics();
          claims.claimRules(kafka.identity(settings.kafka().topics().rules()));
          settings.kafka().topics().inputs()
              .forEach(topic -> claims.claimTopic(kafka.identity(topic), settings.kafka().epoch()));
        });
  }

  private void join(ActorSystem<?> system, CqlSession session) {
    var rows = new LeaseRows(session, settings.cassandra().keyspace());
    leases.use(rows);
    Formation formation = Formation.start(system, settings.cluster(), rows, halt);
    steps.run("Joined the cluster", () -> formation.up().toCompletableFuture().join());
  }

  /** The process's exit ends the system as well, and its exit code must stay. */
  private void endUnlessProcessDoes(ActorSystem<?> system) {
    if (!config.getBoolean("pekko.coordinated-shutdown.exit-jvm")) {
      system.terminate();
    }
  }
}
