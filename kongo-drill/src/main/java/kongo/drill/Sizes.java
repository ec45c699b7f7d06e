package kongo.drill;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kongo.local.Jdk;
import kongo.local.LocalNode;

/** How large things are in the nodes of a drill. */
final class Sizes {

  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final HttpClient CLIENT = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
  private static final Pattern HEAP = Pattern.compile("(?m)^jvm_memory_used_bytes\\{[^}]*area=\"heap\"[^}]*} (\\S+)");
  private static final Pattern MESSAGE = Pattern.compile(Pattern.quote(LargestMessages.WORDS) + "(\\d+) bytes");
  private static final double MIB = 1024 * 1024;

  private Sizes() {}

  /** Heap in use after a collection, of each node in MiB; a node that does not answer is left out. */
  static List<Long> heaps(List<LocalNode> nodes) throws InterruptedException {
    List<Long> heaps = new ArrayList<>();
    for (LocalNode node : nodes) {
      if (collect(node)) {
        heaps.add(Math.round(sum(HEAP.matcher(metrics(node))) / MIB));
      }
    }
    return heaps;
  }

  private static double sum(Matcher figures) {
    return figures.results().mapToDouble(figure -> Double.parseDouble(figure.group(1))).sum();
  }

  private static boolean collect(LocalNode node) throws InterruptedException {
    String jcmd = Jdk.running().home().resolve("bin").resolve("jcmd").toString();
    try {
      Process process =
          new ProcessBuilder(jcmd, Long.toString(node.process().pid()), "GC.run")
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      return process.waitFor(1, TimeUnit.MINUTES) && process.exitValue() == 0;
    } catch (IOException onlyAJre) {
      return false;
    }
  }

  private static String metrics(LocalNode node) throws InterruptedException {
    try {
      HttpRequest request = HttpRequest.newBuilder(URI.create("http://" + node.health() + "/metrics")).timeout(PATIENCE).build();
      return CLIENT.send(request, HttpResponse.BodyHandlers.ofString()).body();
    } catch (IOException doesNotAnswer) {
      return "";
    }
  }

  /** Bytes of the largest message that one node has sent to another; empty if there was none. */
  static OptionalInt largestMessage(List<LocalNode> nodes) throws IOException {
    int largest = -1;
    for (LocalNode node : nodes) {
      try (Stream<String> lines = Files.lines(node.process().log())) {
        largest = Math.max(largest, lines.map(MESSAGE::matcher).filter(Matcher::find).mapToInt(found -> Integer.parseInt(found.group(1))).max().orElse(-1));
      }
    }
    return largest < 0 ? OptionalInt.empty() : OptionalInt.of(largest);
  }

  /** As {@code 112 and 98 MiB}. */
  static String text(List<Long> mebibytes) {
    return mebibytes.isEmpty() ? "unknown" : mebibytes.stream().map(each -> String.format("%,d", each)).collect(Collectors.joining(" and ")) + " MiB";
  }
}
