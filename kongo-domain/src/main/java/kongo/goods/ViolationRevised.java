package kongo.goods;

import java.util.List;
import java.util.stream.Stream;
import kongo.effect.Effect;
import kongo.violation.Cause;
import kongo.violation.Revision;

/** A violation began, changed, ended or was retracted. */
public record ViolationRevised(Revision revision) implements Effect {

  public static List<Effect> each(List<Revision> revisions) {
    return revisions.stream().<Effect>map(ViolationRevised::new).toList();
  }

  public static List<Revision> among(List<Effect> effects) {
    return effects.stream()
        .flatMap(effect -> effect instanceof ViolationRevised revised ? Stream.of(revised.revision()) : Stream.empty())
        .toList();
  }

  @Override
  public Cause cause() {
    return revision.cause();
  }
}
