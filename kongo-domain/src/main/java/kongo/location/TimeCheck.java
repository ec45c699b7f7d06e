package kongo.location;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import kongo.excursion.Run;
import kongo.excursion.StayRuns;
import kongo.excursion.Values;
import kongo.location.Judgement.Series;
import kongo.location.Judgement.Span;
import kongo.registry.PlaceProfile;
import kongo.rules.Rule;
import kongo.violation.Limit;

/** Something must not last for too long: what goes by time alone, as far as the clock has come. */
abstract class TimeCheck extends Check {

  private final long most;
  private final Limit limit;
  private long[] stages;

  TimeCheck(Rule rule, long mostMillis, Limit limit) {
    super(rule);
    this.most = mostMillis;
    this.limit = limit;
  }

  @Override
  final void isPartOf(RuleInTime all) {
    super.isPartOf(all);
    stages = LongStream.concat(LongStream.of(0), LongStream.of(times())).map(time -> Times.plus(most, time)).toArray();
  }

  /** Up to when it is known, on one side, whether anything has lasted. */
  abstract long upTo(Judgement side);

  /** How long after its beginning something is due: it has lasted for too long, or for so long that it is worse. Ascending. */
  final long[] stages() {
    return stages;
  }

  /** Whether anything is due between two times of what began then: after the earlier, and not after the later. */
  final boolean isDueBetween(long began, long earlier, long later) {
    for (long stage : stages) {
      long due = Times.plus(began, stage);
      if (earlier < due && due <= later) {
        return true;
      }
    }
    return false;
  }

  /** When what began at this time has lasted for too long. */
  final long dueAfter(long time) {
    return Times.plus(time, most);
  }

  /** When that began which has lasted for too long at this time. */
  final long dueSince(long time) {
    return Times.minus(time, most);
  }

  /** @param to {@link StayRuns#LASTING} while it has no end */
  final void tell(Sight sight, long from, long to, Consumer<Finding> found) {
    Run run = Run.ofTime(from, to == StayRuns.LASTING ? Values.NONE : to);
    found.accept(new Finding(run, limit, severitiesAt(from).afterTime(lasted(run, upTo(sight.side()), Long.MAX_VALUE))));
  }

  @Override
  final Optional<Limit> limit(Optional<PlaceProfile> place) {
    return Optional.of(limit);
  }

  @Override
  final void forEachSeries(List<SeriesKey> keys, Consumer<Series> action) {
    action.accept(Series.DERIVED);
  }

  @Override
  final long hold() {
    return 0;
  }

  @Override
  final Span spanOfStay(Judgement before, Series series, Span span) {
    return span;
  }

  @Override
  final Span end(Judgement now, Series series) {
    return Span.NOW;
  }

  @Override
  final List<String> others(Presence.View presence, long from, String subject) {
    return List.of();
  }
}
