package kongo.cli;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import kongo.local.DataFolder;
import kongo.local.KnownProcess;
import kongo.local.NodeHealth;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Tells what of a local environment is up, where, and whether it answers. */
@Command(name = "status", mixinStandardHelpOptions = true, description = "Show what runs locally, its addresses and process ids, and whether it answers.")
final class StatusCommand implements Callable<Integer> {

  private static final Duration PATIENCE = Duration.ofSeconds(3);

  @Mixin private DataOption data;
  @Spec private CommandSpec spec;

  /** One line of the answer. */
  private record Part(String name, long pid, String address, String answer, boolean well) {}

  @Override
  public Integer call() {
    var out = spec.commandLine().getOut();
    var parts = parts(data.folder());
    if (parts.isEmpty()) {
      out.printf(DataFolder.unused(data.folder()) ? "Nothing runs in %s.%n" : "%s is in use: it is being started or ended.%n", data.folder());
      return Exit.WRONG;
    }
    for (var part : parts) {
      var answer = Terminal.ansi().string((part.well() ? "@|green " : "@|red ") + part.answer() + "|@");
      out.printf("%-10s %8d  %-22s %s%n", part.name(), part.pid(), part.address(), answer);
    }
    rules(data.folder()).ifPresent(words -> out.printf("%-10s %s%n", "rules", words));
    return parts.stream().allMatch(Part::well) ? Exit.OK : Exit.WRONG;
  }

  /** What the first node says that answers. */
  private static Optional<String> rules(Path folder) {
    Stream<String> nodes = LocalEnvironment.running(folder).stream()
        .flatMap(environment -> environment.nodes().stream().map(LocalEnvironment.Node::http));
    return Stream.concat(nodes, LoneNode.running(folder).stream().map(LoneNode::http))
        .flatMap(http -> RulesStatus.ask(http, PATIENCE).stream())
        .findFirst();
  }

  private static List<Part> parts(Path folder) {
    var parts = new ArrayList<Part>();
    LocalEnvironment.running(folder).ifPresent(environment -> {
      parts.add(store("kafka", environment.kafkaProcess().pid(), environment.kafka()));
      parts.add(store("cassandra", environment.cassandraProcess().pid(), environment.cassandra()));
      environment.nodes().forEach(node -> parts.add(node(node.name(), node.process(), node.http(), node.health())));
    });
    LoneNode.running(folder).forEach(node -> parts.add(node(node.name(), node.process(), node.http(), node.health())));
    return parts;
  }

  private static Part store(String name, long pid, String address) {
    boolean well = accepts(address);
    return new Part(name, pid, address, well ? "up" : "does not accept connections", well);
  }

  private static Part node(String name, KnownProcess process, String http, String health) {
    var answer = NodeHealth.ask(health, PATIENCE);
    return new Part(name, process.pid(), "http://" + http, answer.words(), answer.ready());
  }

  private static boolean accepts(String address) {
    var parts = address.split(":");
    try (var socket = new Socket()) {
      socket.connect(new InetSocketAddress(parts[0], Integer.parseInt(parts[1])), (int) PATIENCE.toMillis());
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
