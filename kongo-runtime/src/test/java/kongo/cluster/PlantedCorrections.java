package kongo.cluster;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import kongo.goods.GoodsCommand;
import kongo.goods.GoodsEvent;
import kongo.goods.GoodsEvent.MovesAccepted;
import kongo.goods.GoodsEvent.Registered;
import kongo.location.LocationCommand;
import kongo.location.LocationCommand.TakeReadings;
import kongo.location.LocationCommand.TakeRules;
import kongo.location.LocationEvent;
import kongo.location.LocationEvent.ReadingsAccepted;
import kongo.location.LocationEvent.RulesSeen;
import kongo.location.ReadingBatch;
import kongo.location.SeriesKey;
import kongo.registry.Timeline;
import kongo.violation.Correction;
import kongo.violation.Decision;
import kongo.violation.Refusal;

/** Mistakes with readings and moves that are corrected or void. */
final class PlantedCorrections {

  private PlantedCorrections() {}

  /** Empty where the plant is another one. */
  static Optional<BiFunction<LocationCommand, Decision<LocationEvent>, Decision<LocationEvent>>> of(Plant plant) {
    return switch (plant) {
      case LOWER_CORRECTION_TAKEN -> Optional.of((command, decision) -> changed(decision, PlantedCorrections::allCount));
      case VOID_TAKEN_FOR_A_VALUE -> Optional.of((command, decision) -> changed(decision, PlantedCorrections::noneIsVoid));
      case OLD_BOOK_TAKEN_AFTER_A_NEWER_ONE -> Optional.of(PlantedCorrections::whatIsToldLast);
      case CONFLICT_ONLY_WITH_WHAT_COUNTS -> Optional.of(new OnlyWithWhatCounts());
      default -> Optional.empty();
    };
  }

  /** The same of a Goods, as far as it can make them. */
  static Optional<BiFunction<GoodsCommand, Decision<GoodsEvent>, Decision<GoodsEvent>>> ofGoods(Plant plant) {
    return switch (plant) {
      case VOID_MOVE_TAKEN_AS_MADE -> Optional.of((command, decision) -> changed(decision, MovesAccepted.class, PlantedCorrections::asMade));
      case PROFILE_TAKEN_SINCE_EVER -> Optional.of((command, decision) -> changed(decision, Registered.class, PlantedCorrections::sinceEver));
      default -> Optional.empty();
    };
  }

  private static <T extends GoodsEvent> Decision<GoodsEvent> changed(Decision<GoodsEvent> decision, Class<T> type, UnaryOperator<T> change) {
    Optional<GoodsEvent> event = decision.event().map(one -> type.isInstance(one) ? change.apply(type.cast(one)) : one);
    return new Decision<>(event, decision.refusals(), decision.duplicates());
  }

  private static Registered sinceEver(Registered event) {
    return new Registered(event.goods(), event.place(), Timeline.EVER, event.law(), event.cause(), event.touched());
  }

  /** Whichever rule books it is told of. */
  private static Decision<LocationEvent> whatIsToldLast(LocationCommand command, Decision<LocationEvent> decision) {
    return command instanceof TakeRules rules ? Decision.of(new RulesSeen(rules.version(), rules.cause())) : decision;
  }

  private static MovesAccepted asMade(MovesAccepted event) {
    return new MovesAccepted(
        event.source(), new ArrayList<>(event.moves()), event.offsets(), event.timestamps(), withoutVoid(event.corrections()),
        event.refusedOffsets(), event.refusedForConflict(), event.touched(), event.closedBefore(), event.law());
  }

  private static int[] withoutVoid(int[] codes) {
    return Arrays.stream(codes).map(code -> new Correction(Correction.of(code).number(), false).code()).toArray();
  }

  private static Decision<LocationEvent> changed(Decision<LocationEvent> decision, UnaryOperator<ReadingsAccepted> change) {
    Optional<LocationEvent> event =
        decision.event().map(one -> one instanceof ReadingsAccepted readings ? change.apply(readings) : one);
    return new Decision<>(event, decision.refusals(), decision.duplicates());
  }

  private static ReadingsAccepted allCount(ReadingsAccepted event) {
    return changed(event, event.corrections(), new int[0]);
  }

  private static ReadingsAccepted noneIsVoid(ReadingsAccepted event) {
    return changed(event, withoutVoid(event.corrections()), event.superseded());
  }

  private static ReadingsAccepted changed(ReadingsAccepted event, int[] corrections, int[] superseded) {
    return new ReadingsAccepted(
        event.source(), event.newSeries(), event.series(), event.firstTime(), event.times(), event.values(),
        event.firstOffset(), event.offsets(), event.firstTimestamp(), event.timestamps(), corrections, superseded,
        event.refusedOffsets(), event.refusedForSeries(), event.refusedForConflict(), event.neededFrom());
  }

  /** What was superseded is forgotten: what says otherwise than that is no conflict. */
  private static final class OnlyWithWhatCounts
      implements BiFunction<LocationCommand, Decision<LocationEvent>, Decision<LocationEvent>> {

    private record Identity(SeriesKey series, long time) {}

    private final Map<Identity, Integer> highest = new HashMap<>();

    @Override
    public Decision<LocationEvent> apply(LocationCommand command, Decision<LocationEvent> decision) {
      if (!(command instanceof TakeReadings readings)) {
        return decision;
      }
      ReadingBatch batch = readings.batch();
      for (int i = 0; i < batch.size(); i++) {
        highest.merge(identity(batch, i), number(batch, i), Math::max);
      }
      List<Refusal> left = decision.refusals().stream().filter(one -> !isOfSuperseded(one, batch)).toList();
      return new Decision<>(decision.event(), left, decision.duplicates());
    }

    private boolean isOfSuperseded(Refusal refusal, ReadingBatch batch) {
      int i = Arrays.binarySearch(batch.offsets(), refusal.offset());
      return refusal.reason() == Refusal.Reason.CONFLICT && number(batch, i) < highest.get(identity(batch, i));
    }

    private static Identity identity(ReadingBatch batch, int i) {
      return new Identity(batch.series().get(batch.seriesOf()[i]), batch.times()[i]);
    }

    private static int number(ReadingBatch batch, int i) {
      return Correction.of(batch.correction(i)).number();
    }
  }
}
