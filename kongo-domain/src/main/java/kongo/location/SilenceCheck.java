package kongo.location;

import java.util.function.Consumer;
import kongo.excursion.Values;
import kongo.location.Judgement.Span;
import kongo.rules.Rule;
import kongo.rules.Silence;
import kongo.violation.Limit;

/** Nothing heard of a metric for too long, by any of its sensors. */
final class SilenceCheck extends TimeCheck {

  private final String metric;

  SilenceCheck(Rule rule, Silence condition) {
    super(rule, condition.silentMillis(), Limit.ofSilence(condition.silentMillis()));
    this.metric = condition.metric();
  }

  @Override
  boolean looksAt(String readings) {
    return metric.equals(readings);
  }

  String metric() {
    return metric;
  }

  @Override
  void runs(Sight sight, Span span, Consumer<Finding> found) {
    ReadingTimes heard = sight.side().signsFor(this);
    long time = lastSign(sight, heard, Math.max(span.first(), sight.from()));
    while (time != Values.NONE && time < sight.to() && time <= span.last()) {
      long next = heard.after(time);
      if (next == Values.NONE || next > dueAfter(time)) {
        silence(sight, time, next, found);
      }
      time = next;
    }
  }

  /**
   * What the silence before a time is counted from; for a Goods at itself only what was heard of it in this presence, where a
   * first reading that is faulty says that there is a sensor.
   */
  private long lastSign(Sight sight, ReadingTimes heard, long time) {
    long reading = heard.before(time);
    if (sight.goods().filter(GoodsHere::isAtItself).isPresent()) {
      return reading >= sight.interval().stay() ? reading : heard.firstSince(sight.interval().stay());
    }
    if (reading != Values.NONE) {
      return reading;
    }
    return sight.goods().isPresent() ? sight.interval().stay() : heard.after(time - 1);
  }

  @Override
  long upTo(Judgement side) {
    return side.heardTo();
  }

  private void silence(Sight sight, long last, long next, Consumer<Finding> found) {
    long from = Math.max(dueAfter(last), sight.from());
    long to = next == Values.NONE ? sight.to() : Math.min(next, sight.to());
    if (from < to && sight.side().heardTo() >= from) {
      tell(sight, from, to, found);
    }
  }
}
