package kongo.ingest;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import kongo.actors.Entities;
import kongo.goods.GoodsReply;
import kongo.location.LocationReply;
import kongo.stream.Ask;
import org.apache.pekko.Done;

/** What the work of one lane needs of the node: the entities and the dead letters. */
final class LaneEntities implements Outside {

  /** Asks that have been repeated take no place from others, up to so many times as many as there are places. */
  private static final int MOST_STUCK = 4;

  private final Lane lane;
  private final Entities entities;
  private final Asking asking;
  private final Duration timeout;
  private final DeadLetters deadLetters;
  private final Shares shares;
  private final IngestMetrics metrics;

  LaneEntities(
      Lane lane, Entities entities, Asking asking, DeadLetters deadLetters, Duration timeout, Shares shares,
      IngestMetrics metrics) {
    this.lane = lane;
    this.entities = entities;
    this.asking = asking;
    this.timeout = timeout;
    this.deadLetters = deadLetters;
    this.shares = shares;
    this.metrics = metrics;
  }

  @Override
  public CompletionStage<Outcome<GoodsReply>> ask(Ask.OfGoods ask, Origins origins) {
    return new Requests(entities, asking, timeout, origins).of(ask);
  }

  @Override
  public CompletionStage<Outcome<LocationReply>> ask(Ask.OfLocation ask, Origins origins) {
    return new Requests(entities, asking, timeout, origins).of(ask);
  }

  @Override
  public CompletionStage<Done> bury(List<DeadLetters.Letter> letters) {
    return deadLetters.bury(lane, letters);
  }

  @Override
  public void duplicates(int records) {
    metrics.duplicates(lane.topic(), records);
  }

  @Override
  public int stuck() {
    return Math.min(lane.stuck(), MOST_STUCK * shares.asks());
  }
}
