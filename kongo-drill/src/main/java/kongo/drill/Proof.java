package kongo.drill;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import kongo.goods.GoodsSettings;
import kongo.location.LocationSettings;
import kongo.protocol.EventTime;
import kongo.protocol.Topics;
import kongo.rules.RuleBooks;
import kongo.verify.Verdict;
import kongo.verify.Verification;
import kongo.verify.VerifySettings;

/** Whether everything that a cluster published is right, at rest; used by the thread of the drill. */
final class Proof {

  static final String GROUP = "kongo";
  private static final Duration READY_TIME = Duration.ofMinutes(5);
  private static final Duration STORES_TIME = Duration.ofMinutes(5);
  private static final Duration REST_TIME = Duration.ofMinutes(5);
  private static final Duration QUIET = Duration.ofSeconds(3);

  private final DrillCluster cluster;
  private final Consumer<String> say;

  Proof(DrillCluster cluster, Consumer<String> say) {
    this.cluster = cluster;
    this.say = say;
  }

  /** What it found; {@code books} of all journals. */
  record Found(Verdict verdict, Books books, List<String> findings) {}

  /**
   * Waits for rest, and compares everything since the cluster was started.
   *
   * @param failures how many records had to be given up until now
   */
  Found find(int failures) throws Exception {
    // a story by chance may have started them just now
    cluster.kafka().awaitReady(STORES_TIME);
    cluster.cassandra().awaitReady(STORES_TIME);
    List<String> notReady = cluster.awaitReady(READY_TIME);
    VerifySettings settings = settings(REST_TIME, QUIET);
    Verdict verdict = Verification.run(settings, say);
    Books books = Books.check(cluster.stores(), settings, verdict, say);
    return new Found(verdict, books, DrillFailures.of(verdict, failures, notReady, books));
  }

  /** Returns when everything sent is decided; fails if it is not in time. */
  void awaitDecided(Duration longest) throws Exception {
    long unread = Verification.awaitRest(settings(longest, Duration.ZERO), say);
    if (unread > 0) {
      throw new IllegalStateException("%,d records were not decided within %d s".formatted(unread, longest.toSeconds()));
    }
  }

  private VerifySettings settings(Duration patience, Duration quiet) {
    return new VerifySettings(
        Map.of("bootstrap.servers", cluster.bootstrap()), Topics.DEFAULT, GROUP, RuleBooks.shipped(),
        cluster.footing().retention(), LocationSettings.DEFAULT_SERIES, GoodsSettings.PROFILE_BYTES, EventTime.DEFAULT, patience, quiet);
  }
}
