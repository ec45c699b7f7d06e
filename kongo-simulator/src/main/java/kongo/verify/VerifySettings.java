package kongo.verify;

import java.time.Duration;
import java.util.Map;
import kongo.goods.GoodsSettings;
import kongo.location.LocationSettings;
import kongo.protocol.EventTime;
import kongo.protocol.Topics;
import kongo.rules.RuleBook;

/**
 * What a verification needs to know.
 *
 * @param client settings of the Kafka clients, bootstrap servers included
 * @param group name of the engine's consumer groups, each followed by {@code -<topic>}
 * @param eventTime when events may be
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
    int profileBytes,
    EventTime eventTime,
    Duration patience,
    Duration quiet) {

  public VerifySettings(
      Map<String, String> client,
      Topics topics,
      String group,
      RuleBook book,
      Duration retention,
      EventTime eventTime,
      Duration patience,
      Duration quiet) {
    this(
        client, topics, group, book, retention, LocationSettings.DEFAULT_SERIES, GoodsSettings.PROFILE_BYTES, eventTime, patience, quiet);
  }
}
