package kongo.verify;

import java.time.Duration;
import java.util.Map;
import kongo.location.LocationSettings;
import kongo.protocol.Topics;
import kongo.rules.RuleBook;

/**
 * What a verification needs to know.
 *
 * @param client settings of the Kafka clients, bootstrap servers included
 * @param group name of the engine's consumer groups, each followed by {@code -<topic>}
 * @param patience how long to wait for rest at most
 * @param quiet how long nothing may move for it to be rest
 */
public record VerifySettings(
    Map<String, String> client,
    Topics topics,
    String group,
    RuleBook book,
    Duration retention,
    int series,
    Duration allowedAhead,
    Duration patience,
    Duration quiet) {

  public VerifySettings(
      Map<String, String> client,
      Topics topics,
      String group,
      RuleBook book,
      Duration retention,
      Duration allowedAhead,
      Duration patience,
      Duration quiet) {
    this(
        client, topics, group, book, retention, LocationSettings.DEFAULT_SERIES, allowedAhead, patience, quiet);
  }
}
