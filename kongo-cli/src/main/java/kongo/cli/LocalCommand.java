package kongo.cli;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import kongo.local.LocalSettings;
import kongo.local.LocalStores;
import kongo.local.Ports;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Keeps a Kafka broker and a Cassandra node up until it is ended. */
@Command(name = "local", mixinStandardHelpOptions = true,
    description = "Start Kafka and Cassandra, create the topics, print the addresses, and stay until Ctrl-C or ./kongo stop.")
final class LocalCommand implements Callable<Integer> {

  @Mixin private DataOption data;

  @Option(names = "--fresh", description = "Delete the kept data first.")
  private boolean fresh;

  @Option(names = "--kafka-port", paramLabel = "PORT", description = "Port of Kafka (default: the one used before, else a free one).")
  private int kafkaPort;

  @Option(names = "--cassandra-port", paramLabel = "PORT", description = "Port of Cassandra (default: the one used before, else a free one).")
  private int cassandraPort;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    requirePort("--kafka-port", kafkaPort);
    requirePort("--cassandra-port", cassandraPort);
    var out = spec.commandLine().getOut();
    var steps = new ProgressSteps(out, Terminal.ansi());
    try (var lifetime = new Lifetime()) {
      var settings = LocalSettings.in(data.folder()).withFresh(fresh).withPorts(kafkaPort, cassandraPort).withProgress(steps);
      var stores = lifetime.add(LocalStores.start(settings));
      steps.time("Topics", () -> LocalTopics.create(stores.kafka().bootstrap()));
      lifetime.add(() -> LocalEnvironment.forget(data.folder()));
      LocalEnvironment.of(stores).write(data.folder());
      out.printf("Kafka      %s%nCassandra  %s (%s)%nData       %s%n", stores.kafka().bootstrap(), stores.cassandra().contactPoint(),
          stores.cassandra().datacenter(), data.folder());
      out.println("Up. End with Ctrl-C or ./kongo stop.");
      out.flush();
      return untilOneEnds(lifetime, stores);
    }
  }

  private void requirePort(String option, int port) {
    if (port != 0 && !Ports.isPort(port)) {
      throw new ParameterException(spec.commandLine(), "%s must be a port from 1 to 65535, or 0 for a free one, not %d".formatted(option, port));
    }
  }

  private int untilOneEnds(Lifetime lifetime, LocalStores stores) {
    var kafka = stores.kafka().process();
    var cassandra = stores.cassandra().process();
    CompletableFuture.anyOf(kafka.child().ended(), cassandra.child().ended()).join();
    if (!lifetime.closing()) {
      spec.commandLine().getErr().printf("%s ended by itself; see ./kongo logs %s.%n", kafka.alive() ? "Cassandra" : "Kafka",
          kafka.alive() ? "cassandra" : "kafka");
    }
    return Exit.FAILED;
  }
}
