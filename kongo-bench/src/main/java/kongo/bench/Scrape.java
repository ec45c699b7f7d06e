package kongo.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import kongo.local.LocalNode;

/** What some nodes say at /metrics, each figure summed over nodes and labels; a node that does not answer counts nothing. */
record Scrape(Map<String, Double> sums, double heapBytes) {

  private static final Duration PATIENCE = Duration.ofSeconds(2);
  private static final HttpClient CLIENT = HttpClient.newBuilder().connectTimeout(PATIENCE).build();

  static Scrape of(Collection<LocalNode> nodes) throws InterruptedException {
    StringBuilder text = new StringBuilder();
    for (LocalNode node : nodes) {
      text.append(page(node.health())).append('\n');
    }
    return parse(text.toString());
  }

  private static String page(String health) throws InterruptedException {
    try {
      HttpRequest request = HttpRequest.newBuilder(URI.create("http://" + health + "/metrics")).timeout(PATIENCE).build();
      return CLIENT.send(request, HttpResponse.BodyHandlers.ofString()).body();
    } catch (IOException doesNotAnswer) {
      return "";
    }
  }

  /** Prometheus text. */
  static Scrape parse(String text) {
    Map<String, Double> sums = new HashMap<>();
    double[] heap = {0};
    text.lines().filter(line -> !line.startsWith("#") && line.indexOf(' ') > 0).forEach(line -> {
      int labels = line.indexOf('{');
      String name = line.substring(0, labels > 0 ? labels : line.indexOf(' '));
      double value = Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1));
      sums.merge(name, value, Double::sum);
      if (name.equals("jvm_memory_used_bytes") && line.contains("area=\"heap\"")) {
        heap[0] += value;
      }
    });
    return new Scrape(sums, heap[0]);
  }

  double get(String name) {
    return sums.getOrDefault(name, 0.0);
  }

  /** Records that the streams have taken. */
  double received() {
    return get("kongo_records_received_total");
  }

  double journalRows() {
    return get("kongo_journal_rows_total");
  }

  double gcSeconds() {
    return get("jvm_gc_pause_seconds_sum");
  }

  double allocatedBytes() {
    return get("jvm_gc_memory_allocated_bytes_total");
  }

  /** Revisions of violations that rule books caused. */
  double byRules() {
    return get("kongo_rules_revisions_total");
  }

  double published() {
    return get("kongo_violation_latency_seconds_count");
  }
}
