package kongo.drill;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kongo.local.LocalNode;
import org.apache.kafka.common.TopicPartition;

/** Which partitions a node consumes, as its metrics tell. */
final class NodePartitions {

  private static final Pattern LAG = Pattern.compile("kongo_lag\\{partition=\"(\\d+)\",topic=\"([^\"]+)\"}");
  private static final HttpClient CLIENT = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

  private NodePartitions() {}

  /** Of all these nodes; a node that does not answer has none. */
  static Set<TopicPartition> of(Collection<LocalNode> nodes) {
    Set<TopicPartition> partitions = new HashSet<>();
    nodes.forEach(node -> partitions.addAll(read(metrics(node))));
    return partitions;
  }

  static Set<TopicPartition> read(String metrics) {
    Set<TopicPartition> partitions = new HashSet<>();
    Matcher line = LAG.matcher(metrics);
    while (line.find()) {
      partitions.add(new TopicPartition(line.group(2), Integer.parseInt(line.group(1))));
    }
    return partitions;
  }

  private static String metrics(LocalNode node) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://" + node.health() + "/metrics")).timeout(Duration.ofSeconds(3)).build();
    try {
      return CLIENT.send(request, HttpResponse.BodyHandlers.ofString()).body();
    } catch (IOException silent) {
      return "";
    } catch (InterruptedException end) {
      Thread.currentThread().interrupt();
      return "";
    }
  }
}
