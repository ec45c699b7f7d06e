package kongo.actors;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import kongo.backoff.Backoff;
import kongo.entity.AcceptedReadings;
import kongo.goods.GoodsCommand;
import kongo.goods.GoodsReport;
import kongo.location.DeferralHint;
import kongo.location.LocationCommand;
import kongo.location.LocationReport;
import kongo.report.Cursor;
import kongo.spread.RulesHere;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.cluster.sharding.typed.ClusterShardingSettings;
import org.apache.pekko.cluster.sharding.typed.ClusterShardingSettings.PassivationStrategySettings;
import org.apache.pekko.cluster.sharding.typed.javadsl.ClusterSharding;
import org.apache.pekko.cluster.sharding.typed.javadsl.Entity;
import org.apache.pekko.cluster.sharding.typed.javadsl.EntityRef;
import org.apache.pekko.cluster.sharding.typed.javadsl.EntityTypeKey;

/** The Goods and Locations of the cluster, as seen from this node. */
public final class Entities {

  private final Backoff backoff;
  private final ClusterSharding sharding;
  private final ShardPlacement placement;
  private final DeferralHints harmless = new DeferralHints();
  private final Backlogs backlogs;

  private Entities(ActorSystem<?> system, EntitySettings settings) {
    backlogs = new Backlogs(settings.sensors(), settings.backlog(), Clock.systemUTC());
    backoff = new Backoff(new SystemTimer(system), () -> new IllegalStateException("The node ends"));
    system.getWhenTerminated().thenRun(backoff::end);
    sharding = ClusterSharding.get(system);
    placement = new ShardPlacement(system);
  }

  /** Joins this node into the sharding of both entity types; once per node, after the stores are reachable. */
  public static Entities start(ActorSystem<?> system, EntitySettings settings, EffectPublisher publisher) {
    return start(
        system, settings, new RulesHere(settings.book()), publisher, WriteGuard.ALWAYS, OldRows.KEPT, AcceptedReadings.UNCOUNTED);
  }

  public static Entities start(
      ActorSystem<?> system, EntitySettings settings, RulesHere rules, EffectPublisher publisher, WriteGuard guard,
      OldRows oldRows, AcceptedReadings acceptedReadings) {
    ReadingRows rows = ReadingRows.ofJournal(system, settings.readJournal());
    Entities entities = new Entities(system, settings);
    entities.init(system, new EntityEnvironment(settings, rules, publisher, rows, guard, entities.harmless, entities.backlogs, oldRows, acceptedReadings));
    return entities;
  }

  /** Fails when the Goods does not answer in time. */
  public CompletionStage<Answer> ask(String goods, GoodsCommand command, Duration timeout) {
    return DirectStage.of(goods(goods).<Answer>ask(asker -> new GoodsEntity.Do(command, asker), timeout));
  }

  /** Fails when the Location does not answer in time. */
  public CompletionStage<Answer> ask(String location, LocationCommand command, Duration timeout) {
    return DirectStage.of(location(location).<Answer>ask(asker -> new LocationEntity.Do(command, asker), timeout));
  }

  private EntityRef<GoodsEntity.Command> goods(String id) {
    return sharding.entityRefFor(GoodsEntity.TYPE_KEY, id);
  }

  private EntityRef<LocationEntity.Command> location(String id) {
    return sharding.entityRefFor(LocationEntity.TYPE_KEY, id);
  }

  /**
   * Fails when the Goods does not answer in time or cannot now.
   *
   * @param after where the page before ended
   */
  public CompletionStage<GoodsReport> goodsReport(String id, Cursor after, Duration timeout) {
    return new ReportQuestion<>(
            backoff,
            "Goods [" + id + "]",
            left -> DirectStage.of(goods(id).<Answer>ask(asker -> new GoodsEntity.Describe(after, asker), left)),
            answer -> answer instanceof Answer.GoodsSeen seen ? Optional.of(seen.report()) : Optional.empty())
        .within(timeout);
  }

  /**
   * Fails when the Location does not answer in time or cannot now.
   *
   * @param about what concerns this Goods only; empty: everything
   * @param after where the page before ended
   */
  public CompletionStage<LocationReport> locationReport(String id, Optional<String> about, Cursor after, Duration timeout) {
    return new ReportQuestion<>(
            backoff,
            "Location [" + id + "]",
            left -> DirectStage.of(location(id).<Answer>ask(asker -> new LocationEntity.Describe(about, after, asker), left)),
            answer -> answer instanceof Answer.LocationSeen seen ? Optional.of(seen.report()) : Optional.empty())
        .within(timeout);
  }

  /** What would change nothing at a Location, if it is on this node; see {@link DeferralHint}. */
  public Optional<DeferralHint> harmless(String location) {
    return harmless.at(location);
  }

  /** To be told how far the readings are. */
  public Backlogs backlogs() {
    return backlogs;
  }

  public ShardPlacement placement() {
    return placement;
  }

  private void init(ActorSystem<?> system, EntityEnvironment environment) {
    EntitySettings settings = environment.settings();
    ClusterShardingSettings common = ClusterShardingSettings.create(system);
    PassivationStrategySettings recent =
        common
            .passivationStrategySettings()
            .withIdleEntityPassivation(settings.goodsIdle())
            .withActiveEntityLimit(settings.goodsInMemory())
            .withLeastRecentlyUsedReplacement();
    PassivationStrategySettings silent =
        common.passivationStrategySettings().withIdleEntityPassivation(settings.locationIdle());
    sharding.init(
        Entity.of(GoodsEntity.TYPE_KEY, entity -> GoodsEntity.create(entity.getEntityId(), environment))
            .withSettings(common.withPassivationStrategy(recent))
            .withStopMessage(new Stop())
            .withMessageExtractor(new PartitionShards<>(settings.rfid()))
            .withAllocationStrategy(followingPartitions(system, GoodsEntity.TYPE_KEY)));
    sharding.init(
        Entity.of(LocationEntity.TYPE_KEY, entity -> LocationEntity.create(entity.getEntityId(), environment))
            .withSettings(common.withPassivationStrategy(silent))
            .withStopMessage(new Stop())
            .withMessageExtractor(new PartitionShards<>(settings.sensors()))
            .withAllocationStrategy(followingPartitions(system, LocationEntity.TYPE_KEY)));
  }

  private static PartitionAllocation followingPartitions(ActorSystem<?> system, EntityTypeKey<?> typeKey) {
    return new PartitionAllocation(system.classicSystem(), typeKey.name());
  }
}
