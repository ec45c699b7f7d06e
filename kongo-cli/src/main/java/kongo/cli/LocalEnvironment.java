package kongo.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import kongo.local.DataFolder;
import kongo.local.KeptFile;
import kongo.local.KnownProcess;
import kongo.local.LocalFailure;
import kongo.local.LocalStores;
import kongo.local.Ports;

/**
 * What runs locally and where, as written to environment.json in the data folder while it runs.
 *
 * @param launcher the process that started all others and ends them with itself
 * @param kafka bootstrap servers
 * @param cassandra contact point, host:port
 * @param nodes the cluster nodes, none for stores alone
 */
record LocalEnvironment(
    KnownProcess launcher, String kafka, KnownProcess kafkaProcess, String cassandra, String datacenter, KnownProcess cassandraProcess,
    List<Node> nodes) {

  private static final String FILE = "environment.json";
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  /**
   * One cluster node.
   *
   * @param http host:port of its HTTP interface
   * @param health host:port of its health and metrics
   */
  record Node(String name, String http, String health, KnownProcess process) {
    Node {
      require(name, process);
      requireAddresses(http, health);
    }
  }

  LocalEnvironment {
    require(launcher, kafkaProcess, cassandraProcess, datacenter);
    requireAddresses(kafka, cassandra);
    nodes = List.copyOf(nodes);
  }

  private static void require(Object... parts) {
    List.of(parts).forEach(Objects::requireNonNull);
  }

  private static void requireAddresses(String... addresses) {
    if (!Arrays.stream(addresses).allMatch(each -> each.matches("[^:]+:\\d{1,5}") && Ports.isPort(Integer.parseInt(each.substring(each.indexOf(':') + 1))))) {
      throw new IllegalArgumentException("no addresses: " + List.of(addresses));
    }
  }

  static LocalEnvironment of(LocalStores stores) {
    return new LocalEnvironment(
        KnownProcess.current(),
        stores.kafka().bootstrap(), stores.kafka().process().child().known(),
        stores.cassandra().contactPoint(), stores.cassandra().datacenter(), stores.cassandra().process().child().known(),
        List.of());
  }

  /** With this node, in place of the one of the same name. */
  LocalEnvironment with(Node node) {
    var all = new ArrayList<>(nodes.stream().filter(each -> !each.name().equals(node.name())).toList());
    all.add(node);
    all.sort(java.util.Comparator.comparing(Node::name));
    return new LocalEnvironment(launcher, kafka, kafkaProcess, cassandra, datacenter, cassandraProcess, all);
  }

  /** The environment whose launcher lives, if one does. */
  static Optional<LocalEnvironment> running(Path data) {
    return read(data).filter(found -> found.launcher().alive().isPresent());
  }

  /** The environment whose launcher lives; a failure that says how to start one if none does. */
  static LocalEnvironment require(Path data) {
    return running(data).orElseThrow(() -> new LocalFailure("Nothing runs in %s: start it with ./kongo local or ./kongo demo.".formatted(data)));
  }

  void write(Path data) {
    try {
      file(data).write(JSON.writeValueAsString(this));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  static void forget(Path data) {
    file(data).delete();
  }

  private static KeptFile file(Path data) {
    return new KeptFile(data.resolve(FILE));
  }

  private static Optional<LocalEnvironment> read(Path data) {
    try {
      return file(data).text().map(LocalEnvironment::parse);
    } catch (LocalFailure unreadable) {
      return unreadable(data, unreadable);
    } catch (IllegalArgumentException damaged) {
      return unreadable(data, new LocalFailure(
          "%s is damaged, and a Kongo uses that folder: end it with ./kongo stop; the next start writes it anew.".formatted(file(data).path()), damaged));
    }
  }

  /** Where nothing runs, a damaged file says nothing; the next start writes it anew. */
  private static Optional<LocalEnvironment> unreadable(Path data, LocalFailure problem) {
    if (DataFolder.unused(data)) {
      return Optional.empty();
    }
    throw problem;
  }

  private static LocalEnvironment parse(String text) {
    try {
      return Optional.ofNullable(JSON.readValue(text, LocalEnvironment.class)).orElseThrow(() -> new IllegalArgumentException("null"));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
