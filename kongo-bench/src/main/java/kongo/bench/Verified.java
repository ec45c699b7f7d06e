package kongo.bench;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import kongo.protocol.EventTime;
import kongo.protocol.Topics;
import kongo.reference.Acceptance;
import kongo.verify.Verdict;
import kongo.verify.VerdictText;
import kongo.verify.Verification;
import kongo.verify.VerifySettings;

/**
 * Figures, and the reference's verdict on what was measured.
 *
 * @param verdict empty if it was not asked for
 */
public record Verified<T>(T figures, Optional<Verdict> verdict) {

  static <T> Verified<T> unverified(T figures) {
    return new Verified<>(figures, Optional.empty());
  }

  static <T> Verified<T> of(T figures, BenchCluster cluster, Consumer<String> say) throws Exception {
    Verdict verdict = Verification.run(settings(cluster), say);
    VerdictText.of(verdict).lines().forEach(say);
    return new Verified<>(figures, Optional.of(verdict));
  }

  private static VerifySettings settings(BenchCluster cluster) {
    return new VerifySettings(
        Map.of("bootstrap.servers", cluster.bootstrap()), Topics.DEFAULT, "kongo", cluster.book(), Acceptance.DEFAULT_RETENTION,
        EventTime.DEFAULT, Duration.ofMinutes(5), Duration.ofMillis(500));
  }

  /** Other figures of the same. */
  public <R> Verified<R> with(R others) {
    return new Verified<>(others, verdict);
  }

  /** Whether nothing speaks against the figures. */
  public boolean isClean() {
    return verdict.map(Verdict::isClean).orElse(true);
  }

  /** In a word, for the results. */
  public String word() {
    return verdict.map(found -> found.isClean() ? "clean" : "NOT CLEAN").orElse("not verified");
  }
}
