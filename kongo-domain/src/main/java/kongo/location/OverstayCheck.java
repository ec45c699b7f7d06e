package kongo.location;

import java.util.function.Consumer;
import kongo.location.Judgement.Span;
import kongo.rules.Overstay;
import kongo.rules.Rule;
import kongo.violation.Limit;

/** A Goods at one place for too long. */
final class OverstayCheck extends TimeCheck {

  OverstayCheck(Rule rule, Overstay condition) {
    super(rule, condition.stayMillis(), Limit.ofStay(condition.stayMillis()));
  }

  @Override
  long upTo(Judgement side) {
    return side.clock();
  }

  @Override
  void runs(Sight sight, Span span, Consumer<Finding> found) {
    long due = dueAfter(sight.interval().stay());
    long from = Math.max(due, sight.from());
    if (from < sight.to() && upTo(sight.side()) >= due) {
      tell(sight, from, sight.to(), found);
    }
  }
}
