package kongo.host.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.typesafe.config.ConfigFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeoutException;
import kongo.actors.Answer;
import kongo.actors.ReportTooLong;
import kongo.goods.GoodsReport;
import kongo.goods.Opening;
import kongo.goods.Stay;
import kongo.host.Readiness;
import kongo.host.metrics.NodeMetrics;
import kongo.host.settings.HttpSettings;
import kongo.host.violations.OpenViolations;
import kongo.location.LocationReport;
import kongo.location.Reading;
import kongo.protocol.PublishedViolation;
import kongo.protocol.Reason;
import kongo.registry.GoodsProfile;
import kongo.registry.PlaceProfile;
import kongo.registry.PlaceType;
import kongo.report.Cursor;
import kongo.violation.Kind;
import kongo.violation.Limit;
import kongo.violation.Status;
import kongo.violation.Violation;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HttpInterfaceTest {

  private static final Violation WARM =
      new Violation("g1/chilled/t1/s1/20", Status.OPEN, Kind.ENVIRONMENT, "chilled", "g1", "t1", "temperature", "s1",
          10L, 20, null, 2L, 9.7, limit(2, 8), List.of());
  private static final Violation OTHERS =
      new Violation("g2/chilled/t1/s1/20", Status.OPEN, Kind.ENVIRONMENT, "chilled", "g2", "t1", "temperature", "s1",
          10L, 20, null, 2L, 9.7, limit(2, 8), List.of());
  private static final Violation EXPIRED =
      new Violation("g1/expired/-/-/30", Status.OPEN, Kind.EXPIRED, "expired", "g1", "t1", null, "", 10L, 30, null, null,
          null, null, List.of());

  private static final Stay IN_T1 = new Stay("t1", PlaceType.TRUCK, 10, Stay.OPEN);

  private final Readiness readiness = new Readiness();
  private final OpenViolations violations = new OpenViolations(10);
  private final NodeMetrics metrics = new NodeMetrics(violations);
  private final HttpInterface http = new HttpInterface(violations);
  private final HealthInterface health = new HealthInterface(readiness, metrics.registry());
  private ActorSystem<Void> system;
  private int port;
  private int healthPort;

  @BeforeEach
  void listen() {
    system = ActorSystem.create(Behaviors.empty(), "http", ConfigFactory.parseString("pekko.loglevel = OFF").withFallback(ConfigFactory.load("reference")));
    var settings = new HttpSettings("127.0.0.1", 0, 0, Duration.ofSeconds(1), 10);
    port = http.bind(system, settings).toCompletableFuture().join().getPort();
    healthPort = health.bind(system, settings).toCompletableFuture().join().getPort();
    http.answerWith(new Known());
  }

  @AfterEach
  void end() {
    system.terminate();
    system.getWhenTerminated().toCompletableFuture().join();
    metrics.close();
  }

  @Test
  void isAliveBeforeItIsReady() throws Exception {
    readiness.await("cluster", "joining");

    assertThat(probe("/alive").statusCode()).isEqualTo(200);
    HttpResponse<String> ready = probe("/ready");
    assertThat(ready.statusCode()).isEqualTo(503);
    assertThat(json(ready).at("/missing/cluster").textValue()).isEqualTo("joining");
  }

  @Test
  void isReadyWhenNothingIsMissing() throws Exception {
    readiness.fulfil("cluster");

    HttpResponse<String> ready = probe("/ready");

    assertThat(ready.statusCode()).isEqualTo(200);
    assertThat(json(ready).get("ready").booleanValue()).isTrue();
  }

  @Test
  void tellsOfAGoodsWhereItIsAndWhy() throws Exception {
    JsonNode goods = json(get("/goods/g1"));

    assertThat(goods.get("location").textValue()).isEqualTo("t1");
    assertThat(goods.get("since").longValue()).isEqualTo(10);
    assertThat(goods.at("/profile/weight").doubleValue()).isEqualTo(1.5);
    assertThat(goods.at("/latest/0/value").doubleValue()).isEqualTo(9.7);
    assertThat(goods.get("open")).hasSize(2);
    assertThat(goods.at("/open/0/rule").textValue()).isEqualTo("expired");
    assertThat(goods.at("/open/1/rule").textValue()).isEqualTo("chilled");
    assertThat(goods.at("/open/1/worst").doubleValue()).isEqualTo(9.7);
    assertThat(goods.at("/open/1/limit/max").doubleValue()).isEqualTo(8);
    assertThat(goods.at("/open/1/goods").textValue()).isEqualTo("g1");
  }

  @Test
  void tellsOfALocationWhatIsAboard() throws Exception {
    JsonNode location = json(get("/locations/t1"));

    assertThat(location.get("aboard")).hasSize(2);
    assertThat(location.get("load").doubleValue()).isEqualTo(3.25);
    assertThat(location.at("/profile/maxWeight").doubleValue()).isEqualTo(500);
    assertThat(location.get("open")).hasSize(2);
    assertThat(location.at("/open/0").has("revision")).isFalse();
  }

  @Test
  void answersWhatItCannotWithOneSentence() throws Exception {
    assertProblem("/goods/unknown", 404);
    assertProblem("/locations/unknown", 404);
    assertProblem("/goods/a%20b", 400);
    assertProblem("/locations/-", 400);
    assertProblem("/goods/slow", 503);
    assertProblem("/locations/endless", 500);
    assertProblem("/violations", 400);
    assertProblem("/violations?open=true&limit=0", 400);
    assertProblem("/violations?open=true&limit=many", 400);
    assertProblem("/nothing", 404);
    assertProblem("/ready", 404);
    assertThat(probe("/goods/g1").statusCode()).isEqualTo(404);
  }

  @Test
  void doesNotHideAGoodsWhereTooMuchElseIs() throws Exception {
    JsonNode goods = json(get("/goods/at-hub"));
    assertThat(goods.get("location").textValue()).isEqualTo("hub");
    assertThat(goods.get("truncated").booleanValue()).isTrue();
    assertThat(json(get("/goods/g1")).get("truncated").booleanValue()).isFalse();
  }

  @Test
  void tellsInPagesWhatIsTooLongForOne() throws Exception {
    JsonNode first = json(get("/locations/hub"));
    assertThat(first.get("count").intValue()).isEqualTo(5_000);
    assertThat(first.get("next").textValue()).isEqualTo("aboard/g1");
    JsonNode second = json(get("/locations/hub?after=aboard/g1"));
    assertThat(second.at("/aboard/0").textValue()).isEqualTo("g2");
    assertThat(second.get("next").isNull()).isTrue();
    assertThat(json(get("/goods/g1")).get("next").isNull()).isTrue();
    assertProblem("/locations/hub?after=stays/1", 400);
    assertProblem("/locations/hub?after=1", 400);
    assertProblem("/goods/g1?after=", 400);
  }

  @Test
  void answersWithUnavailableUntilTheEntitiesHaveStarted() throws Exception {
    http.answerWith(Reports.NOT_YET);

    assertProblem("/goods/g1", 503);
  }

  @Test
  void refusesToChangeAnything() throws Exception {
    HttpResponse<String> answer =
        HttpClient.newHttpClient()
            .send(HttpRequest.newBuilder(uri("/goods/g1")).DELETE().build(), HttpResponse.BodyHandlers.ofString());

    assertThat(answer.statusCode()).isEqualTo(405);
    assertThat(json(answer).has("problem")).isTrue();
  }

  @Test
  void listsOpenViolationsAndSaysWhenThereAreMore() throws Exception {
    violations.accept(new PublishedViolation(7, WARM));
    violations.accept(new PublishedViolation(8, EXPIRED));

    JsonNode one = json(get("/violations?open=true&limit=1"));
    JsonNode all = json(get("/violations?open=true"));

    assertThat(one.at("/violations/0/id").textValue()).isEqualTo(EXPIRED.id());
    assertThat(one.get("truncated").booleanValue()).isTrue();
    assertThat(one.get("open").intValue()).isEqualTo(2);
    assertThat(all.get("violations")).hasSize(2);
    assertThat(all.get("truncated").booleanValue()).isFalse();
    assertThat(all.at("/violations/1/revision").longValue()).isEqualTo(7);
  }

  @Test
  void countsForPrometheus() throws Exception {
    metrics.received("kongo.sensors", 5);
    metrics.deadLetter("kongo.sensors", Reason.NOT_JSON);
    metrics.inOtherPartition("kongo.sensors", 2);
    metrics.lag("kongo.sensors", 3, 42);
    metrics.published(Duration.ofMillis(-3));
    metrics.published(Duration.ofMillis(15));
    violations.accept(new PublishedViolation(7, WARM));

    String text = probe("/metrics").body();

    assertThat(text)
        .contains("kongo_records_received_total{topic=\"kongo.sensors\"} 5.0")
        .contains("kongo_records_other_partition_total{topic=\"kongo.sensors\"} 2.0")
        .contains("kongo_dead_letters_total{reason=\"not-json\",topic=\"kongo.sensors\"} 1.0")
        .contains("kongo_lag{partition=\"3\",topic=\"kongo.sensors\"} 42.0")
        .contains("kongo_violation_latency_seconds_bucket{le=\"0.005\"} 1")
        .contains("kongo_violation_latency_seconds_bucket{le=\"0.02\"} 2")
        .contains("kongo_violations_open 1.0")
        .contains("kongo_journal_rows_total")
        .contains("jvm_memory_used_bytes");
    metrics.gone("kongo.sensors", 3);
    assertThat(probe("/metrics").body()).doesNotContain("kongo_lag{");
  }

  private void assertProblem(String path, int status) throws Exception {
    HttpResponse<String> answer = get(path);
    assertThat(answer.statusCode()).as(path).isEqualTo(status);
    assertThat(json(answer).get("problem").textValue()).as(path).isNotBlank();
  }

  private HttpResponse<String> get(String path) throws Exception {
    return HttpClient.newHttpClient().send(HttpRequest.newBuilder(uri(path)).build(), HttpResponse.BodyHandlers.ofString());
  }

  private HttpResponse<String> probe(String path) throws Exception {
    URI uri = URI.create("http://127.0.0.1:" + healthPort + path);
    return HttpClient.newHttpClient().send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
  }

  private URI uri(String path) {
    return URI.create("http://127.0.0.1:" + port + path);
  }

  private static JsonNode json(HttpResponse<String> answer) throws Exception {
    return new ObjectMapper().readTree(answer.body());
  }

  private static Limit limit(double min, double max) {
    return new Limit(OptionalDouble.of(min), OptionalDouble.empty(), OptionalDouble.of(max), OptionalDouble.empty());
  }

  /** Goods g1 and g2 in truck t1; the Goods "slow" never answers; all others do not exist. */
  private static final class Known implements Reports {

    @Override
    public CompletionStage<Optional<GoodsReport>> goods(String id, Cursor after) {
      if (id.equals("slow")) {
        return CompletableFuture.failedFuture(new TimeoutException("no answer"));
      }
      if (id.equals("at-hub")) {
        Stay stay = new Stay("hub", PlaceType.WAREHOUSE, 10, Stay.OPEN);
        return CompletableFuture.completedFuture(
            Optional.of(new GoodsReport(id, 4, Opening.NEVER, GoodsProfile.NONE, Optional.of(stay), List.of(stay), List.of(), Optional.empty())));
      }
      return CompletableFuture.completedFuture(
          id.equals("g1")
              ? Optional.of(new GoodsReport(id, 4, Opening.NEVER, new GoodsProfile(1_500, List.of("T2"), 30), Optional.of(IN_T1), List.of(IN_T1), List.of(EXPIRED), Optional.empty()))
              : Optional.empty());
    }

    @Override
    public CompletionStage<Optional<LocationReport>> location(String id, Cursor after) {
      if (id.equals("endless")) {
        return CompletableFuture.failedFuture(
            new CompletionException(new ReportTooLong("Location [endless]", new Answer.TooLong(2_000_000, 960 << 10))));
      }
      if (id.equals("hub")) {
        boolean first = after.isStart();
        return CompletableFuture.completedFuture(
            Optional.of(new LocationReport(
                id, 9, 7, Optional.empty(), 1, 5_000, List.of(first ? "g1" : "g2"), List.of(), List.of(),
                first ? Optional.of(new Cursor("aboard", "g1")) : Optional.empty())));
      }
      var profile = new PlaceProfile(PlaceType.TRUCK, "Truck", 1, 2, List.of(), 500_000);
      return CompletableFuture.completedFuture(
          id.equals("t1")
              ? Optional.of(new LocationReport(id, 9, 7, Optional.of(profile), 3_250, 2, List.of("g1", "g2"), List.of(new Reading("temperature", "s1", 21, 9.7)), List.of(WARM, OTHERS), Optional.empty()))
              : Optional.empty());
    }

    @Override
    public CompletionStage<Optional<LocationReport>> locationOf(String goods, String location) {
      return location(location, Cursor.START).thenApply(known -> known.map(report -> report.about(goods)));
    }
  }
}
