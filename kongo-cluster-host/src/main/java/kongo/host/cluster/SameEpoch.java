package kongo.host.cluster;

import com.typesafe.config.Config;
import java.util.List;
import org.apache.pekko.cluster.ConfigValidation;
import org.apache.pekko.cluster.JoinConfigCompatChecker;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;

/** Nodes of different epochs would give the same record two positions, so they do not join each other. Made by Pekko. */
public final class SameEpoch extends JoinConfigCompatChecker {

  private static final Seq<String> KEYS = CollectionConverters.asScala(List.of("kongo.kafka.epoch")).toSeq();

  @Override
  public Seq<String> requiredKeys() {
    return KEYS;
  }

  @Override
  public ConfigValidation check(Config joining, Config cluster) {
    return JoinConfigCompatChecker.fullMatch(KEYS, joining, cluster);
  }
}
