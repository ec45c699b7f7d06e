package kongo.local;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** What a node's /ready answers. */
public record NodeHealth(boolean ready, String words) {

  private static final HttpClient CLIENT = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

  /** Asks host:port, and takes no answer for not ready. */
  public static NodeHealth ask(String health, Duration patience) {
    var request = HttpRequest.newBuilder(URI.create("http://" + health + "/ready")).timeout(patience).build();
    try {
      var answer = CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
      boolean ready = answer.statusCode() == 200;
      return new NodeHealth(ready, ready ? "ready" : "not ready: " + answer.body().strip());
    } catch (IOException e) {
      return new NodeHealth(false, "does not answer");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new NodeHealth(false, "interrupted");
    }
  }
}
