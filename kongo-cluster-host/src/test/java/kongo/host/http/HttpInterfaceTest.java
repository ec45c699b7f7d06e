package kongo.host.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import kongo.actors.Answer;
import kongo.actors.ReportTooLong;
import kongo.doctor.Diagnosis;
import kongo.doctor.Reach;
import kongo.goods.GoodsReport;
import kongo.goods.Opening;
import kongo.goods.Stay;
import kongo.host.Readiness;
import kongo.host.doctor.Examinations;
import kongo.host.doctor.Examined;
import kongo.host.metrics.NodeMetrics;
import kongo.host.settings.DoctorSettings;
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
import kongo.violation.Severity;
import kongo.violation.Status;
import kongo.violation.Violation;
import kongo.violation.ViolationId;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Timeout(60)
class HttpInterfaceTest {

  private static final Violation WARM =
      new Violation("g1/chilled/t1/s1/20", Status.OPEN, Kind.ENVIRONMENT, Severity.MAJOR, "chilled", "g1", "t1", "temperature", "s1",
          10L, 20, null, 2L, 9.7, limit(2, 8), List.of());
  private static final Violation OTHERS =
      new Violation("g2/chilled/t1/s1/20", Status.OPEN, Kind.ENVIRONMENT, Severity.MAJOR, "chilled", "g2", "t1", "temperature", "s1",
          10L, 20, null, 2L, 9.7, limit(2, 8), List.of());
  private static final Violation EXPIRED =
      new Violation("g1/expired/-/-/30", Status.OPEN, Kind.EXPIRED, Severity.MAJOR, "expired", "g1", "t1", null, "", 10L, 30, null, null,
          null, null, List.of());

  private static final Violation AT_ITSELF =
      new Violation("g3/logger/g3/s9/40", Status.OPEN, Kind.ENVIRONMENT, Severity.MAJOR, "logger", "g3", "g3", "temperature", "s9",
          10L, 40, null, 2L, 19.5, limit(2, 8), List.of());

  private static final String ODD = "odd";
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
    system = ActorSystem.create(Behaviors.empty(), "http", ConfigFactory.parseString("pekko.loglevel = OFF").withFallback(nodes()).withFallback(ConfigFactory.load("reference")));
    var settings = new HttpSettings("127.0.0.1", 0, 0, Duration.ofSeconds(1), 10);
    port = http.bind(system, settings).toCompletableFuture().join().getPort();
    healthPort = health.bind(system, settings).toCompletableFuture().join().getPort();
    http.answerWith(new Known());
  }

  /** How nodes take requests. */
  private static Config nodes() {
    return ConfigFactory.parseResources("application.conf").withOnlyPath("pekko.http");
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
    assertThat(goods.at("/profile/route/0").textValue()).isEqualTo("w1");
    assertThat(goods.at("/latest/0/value").doubleValue()).isEqualTo(9.7);
    assertThat(goods.get("open")).hasSize(2);
    assertThat(goods.at("/open/0/rule").textValue()).isEqualTo("expired");
    assertThat(goods.at("/open/1/rule").textValue()).isEqualTo("chilled");
    assertThat(goods.at("/open/1/worst").doubleValue()).isEqualTo(9.7);
    assertThat(goods.at("/open/1/limit/max").doubleValue()).isEqualTo(8);
    assertThat(goods.at("/open/1/goods").textValue()).isEqualTo("g1");
  }

  @Test
  void tellsWhatTheLoggersOfAGoodsSayBesideThePlace() throws Exception {
    JsonNode goods = json(get("/goods/g3"));

    assertThat(goods.get("location").textValue()).isEqualTo("t1");
    assertThat(goods.at("/latest/0/value").doubleValue()).isEqualTo(9.7);
    assertThat(goods.at("/latestAtItself/0/value").doubleValue()).isEqualTo(19.5);
    assertThat(goods.get("open")).hasSize(1);
    assertThat(goods.at("/open/0/id").textValue()).isEqualTo(AT_ITSELF.id());
    assertThat(json(get("/goods/g1")).get("latestAtItself")).isEmpty();
  }

  @Test
  void tellsOfRuleBooksOnceTheyAreKnown() throws Exception {
    assertProblem("/rules", 503);
    http.tellRulesBy(() -> new ObjectMapper().createObjectNode().put("version", 7));
    assertThat(json(get("/rules")).get("version").longValue()).isEqualTo(7);
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

  /** Whatever stands in an id, an address can say it, and one place in a list as well. */
  @ParameterizedTest
  @MethodSource("oddIds")
  void tellsOfAnyId(String id) throws Exception {
    String address = URLEncoder.encode(id, StandardCharsets.UTF_8);
    JsonNode location = json(get("/locations/" + address));
    assertThat(location.get("id").textValue()).isEqualTo(id);
    assertThat(json(get("/goods/" + address)).get("problem").textValue()).contains("No Goods " + id + " is known");
    String next = location.get("next").textValue();
    for (String after : new String[] {next, URLEncoder.encode(next, StandardCharsets.UTF_8)}) {
      assertThat(json(get("/locations/" + address + "?after=" + after)).at("/aboard/0").textValue()).isEqualTo("open/" + longestViolation(id));
    }
  }

  static Stream<String> oddIds() {
    return Stream.of(
            "urn:epc:id:sgtin:0614141.112345.a%2Fb", "urn:epc:id:sgtin:0614141.112345.A(1)", "https://id.gs1.org/01/70614141123451/21/2017", "\"", "\\",
            "~", "%", "?", "#", "|", "$", "/", "//", "a/b", "a%2Fb", "+", "&a=b", "..", ".", "..%2F", ";", "[1]", "{id}", "<b>", "^`", "\"".repeat(200), "/%".repeat(100))
        .map(odd -> ODD + odd);
  }

  /** Of an id whose parts are all as long as may be. */
  private static String longestViolation(String id) {
    return ViolationId.of("/".repeat(256), "%".repeat(256), id, "\"".repeat(256), Long.MIN_VALUE);
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
  void answersTheLastExaminationOrWhenToAskForIt() throws Exception {
    assertProblem("/doctor", 503);
    var found = new CompletableFuture<Examined>();
    http.examineWith(doctor(mayGoOn -> found.join()));

    HttpResponse<String> running = get("/doctor");
    assertThat(running.statusCode()).isEqualTo(202);
    assertThat(running.headers().firstValue("Retry-After")).contains("2");
    assertThat(json(running).get("running").booleanValue()).isTrue();

    found.complete(new Examined(new Diagnosis(8, List.of(), 0), Instant.ofEpochMilli(5), Instant.ofEpochMilli(9)));
    JsonNode last = json(awaitEnd(running));
    assertThat(last.get("records").intValue()).isEqualTo(8);
    assertThat(last.get("fix").intValue()).isZero();
    assertThat(last.get("findings")).isEmpty();
    assertThat(last.get("since").longValue()).isEqualTo(5);
    assertThat(last.get("until").longValue()).isEqualTo(9);
    assertThat(last.get("ageMillis").longValue()).isNotNegative();
    assertThat(last.get("running").booleanValue()).isFalse();
    assertThat(last.get("problem").isNull()).isTrue();
  }

  @Test
  void saysWhyTheInputCouldNotBeExamined() throws Exception {
    http.examineWith(doctor(mayGoOn -> {
      throw new IllegalStateException("There is no topic x.");
    }));
    HttpResponse<String> failed = awaitEnd(get("/doctor"));
    assertThat(failed.statusCode()).isEqualTo(503);
    assertThat(json(failed).get("problem").textValue()).contains("There is no topic x.");
    assertThat(failed.headers().firstValueAsLong("Retry-After").orElseThrow()).isBetween(1L, 60L);
  }

  private static Examinations doctor(Examinations.Doctor doctor) {
    return new Examinations(doctor, new DoctorSettings(new Reach(Duration.ofDays(1), 10), 10, Duration.ofSeconds(60), Duration.ofSeconds(60)));
  }

  private HttpResponse<String> awaitEnd(HttpResponse<String> first) throws Exception {
    HttpResponse<String> answer = first;
    while (answer.statusCode() == 202) {
      answer = get("/doctor");
    }
    return answer;
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
    return Limit.ofBounds(OptionalDouble.of(min), OptionalDouble.empty(), OptionalDouble.of(max), OptionalDouble.empty());
  }

  /** Goods g1, g2 and g3 in truck t1, g3 with a logger; the Goods "slow" never answers; all others do not exist. */
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
      if (id.equals("g3")) {
        return CompletableFuture.completedFuture(
            Optional.of(new GoodsReport(id, 4, Opening.NEVER, GoodsProfile.NONE, Optional.of(IN_T1), List.of(IN_T1), List.of(), Optional.empty())));
      }
      return CompletableFuture.completedFuture(
          id.equals("g1")
              ? Optional.of(new GoodsReport(id, 4, Opening.NEVER, new GoodsProfile(1_500, List.of("T2"), 30, List.of("w1")), Optional.of(IN_T1), List.of(IN_T1), List.of(EXPIRED), Optional.empty()))
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
      if (id.startsWith(ODD)) {
        List<String> asked = after.isStart() ? List.of() : List.of(after.list() + "/" + after.key());
        return CompletableFuture.completedFuture(
            Optional.of(new LocationReport(
                id, 9, 7, Optional.empty(), 1, 1, asked, List.of(), List.of(), Optional.of(new Cursor("open", longestViolation(id))))));
      }
      if (id.equals("g3")) {
        return CompletableFuture.completedFuture(
            Optional.of(new LocationReport(
                id, 9, 7, Optional.empty(), 0, 0, List.of(), List.of(new Reading("temperature", "s9", 41, 19.5)), List.of(AT_ITSELF), Optional.empty())));
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
