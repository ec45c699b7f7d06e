package kongo.drill;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import kongo.local.LocalNode;
import kongo.replay.Journal;
import kongo.replay.Volume;

/** What is kept and sent at the end of a scenario, in words, and which of it is beyond its bound. */
record Figures(List<String> lines, List<String> findings) {

  /** A frame between nodes; what is larger is dropped. */
  private static final long LARGEST_MESSAGE = 1 << 20;

  /** What the journal takes. */
  private static final long LARGEST_ROW = 8 << 20;

  /** What Cassandra takes. */
  private static final long LARGEST_SNAPSHOT = 16 << 20;

  static Figures of(DrillCluster cluster, Books books) throws Exception {
    List<LocalNode> nodes = cluster.nodes().all();
    String heaps = Sizes.text(Sizes.heaps(nodes));
    return of(heaps, books.audit().volume(), snapshots(cluster), Sizes.largestMessage(nodes));
  }

  static Figures of(String heaps, Volume rows, Volume snapshots, OptionalInt message) {
    List<String> findings = new ArrayList<>();
    bound(findings, "message between nodes", message.orElse(0), LARGEST_MESSAGE);
    bound(findings, "row of the journal", rows.largest().amount(), LARGEST_ROW);
    bound(findings, "snapshot", snapshots.largest().amount(), LARGEST_SNAPSHOT);
    List<String> lines =
        List.of(
            "heap after a collection: " + heaps,
            kept("journal", "row", rows),
            kept("snapshots", "snapshot", snapshots),
            "largest message between nodes: " + (message.isEmpty() ? "none" : "%,d bytes".formatted(message.getAsInt())));
    return new Figures(lines, List.copyOf(findings));
  }

  private static Volume snapshots(DrillCluster cluster) {
    try (Journal journal = Books.open(cluster.stores())) {
      return journal.snapshots();
    }
  }

  private static String kept(String what, String one, Volume kept) {
    return "%s: %,d rows, %,d bytes; most rows %,d of %s; largest %s %,d bytes: %s".formatted(
        what, kept.rows(), kept.bytes(), kept.longest().amount(), kept.longest().of(), one, kept.largest().amount(), kept.largest().of());
  }

  private static void bound(List<String> findings, String what, long bytes, long bound) {
    if (bytes > bound) {
      findings.add("a %s of %,d bytes, above %,d".formatted(what, bytes, bound));
    }
  }
}
