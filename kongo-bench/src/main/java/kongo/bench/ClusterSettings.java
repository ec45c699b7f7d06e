package kongo.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import kongo.local.NodeJvm;
import kongo.local.NodeProgram;
import kongo.rules.RuleBook;
import kongo.rules.RuleBooks;

/**
 * The cluster that is measured.
 *
 * @param data folder of stores and logs; wiped
 * @param heap of each node, as -Xmx takes it
 * @param flags of each node's JVM, beyond those that every node has
 * @param rules file of the nodes' rule book, if it is not the shipped one
 * @param jfr where the nodes' flight is recorded while they are measured, if it is
 * @param say takes a line now and then
 */
public record ClusterSettings(
    Path data, int nodes, String heap, List<String> flags, Optional<Path> rules, Optional<Path> jfr, Consumer<String> say) {

  public ClusterSettings {
    if (nodes < 1 || nodes > 9) {
      throw new IllegalArgumentException("--nodes must be 1 to 9");
    }
    if (!heap.matches("[1-9][0-9]*[mgMG]")) {
      throw new IllegalArgumentException("--heap must be a size such as 640m or 2g, not " + heap);
    }
    flags = List.copyOf(flags);
  }

  public ClusterSettings withNodes(int count) {
    return new ClusterSettings(data, count, heap, flags, rules, jfr, say);
  }

  ClusterSettings withFlags(List<String> others) {
    List<String> more = Stream.concat(flags.stream(), others.stream()).toList();
    return new ClusterSettings(data, nodes, heap, more, rules, jfr, say);
  }

  /** The nodes' rule book. */
  RuleBook book() {
    return rules.map(RuleBooks::load).orElseGet(RuleBooks::shipped);
  }

  NodeProgram program() {
    Map<String, String> variables = rules.map(file -> Map.of("KONGO_RULES", file.toAbsolutePath().toString())).orElse(Map.of());
    return NodeProgram.ORDINARY.with(variables);
  }

  NodeJvm jvm() {
    return new NodeJvm(heap, flags);
  }

  /** @param number of the node, from 1 */
  NodeJvm measuredJvm(int number) {
    Stream<String> recording =
        jfr.map(file -> "-XX:StartFlightRecording=settings=profile,dumponexit=true,filename=" + fileOf(file.toAbsolutePath(), number)).stream();
    return new NodeJvm(heap, Stream.concat(flags.stream(), recording).toList());
  }

  private Path fileOf(Path file, int number) {
    return nodes == 1 ? file : file.resolveSibling("node-" + number + "-" + file.getFileName());
  }
}
