package kongo.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import kongo.local.KnownProcess;
import kongo.local.LocalFailure;
import kongo.local.LocalStores;

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
  private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  /**
   * One cluster node.
   *
   * @param http host:port of its HTTP interface
   */
  record Node(String name, String http, KnownProcess process) {}

  LocalEnvironment {
    nodes = List.copyOf(nodes);
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
      var written = Files.writeString(data.resolve(FILE + ".new"), JSON.writeValueAsString(this));
      Files.move(written, data.resolve(FILE), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static void forget(Path data) {
    try {
      Files.deleteIfExists(data.resolve(FILE));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Optional<LocalEnvironment> read(Path data) {
    var file = data.resolve(FILE);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      return Optional.of(Objects.requireNonNull(JSON.readValue(file.toFile(), LocalEnvironment.class), "nothing in it"));
    } catch (JsonProcessingException | NullPointerException e) {
      throw new LocalFailure("%s cannot be read: delete it if nothing runs.".formatted(file), e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
