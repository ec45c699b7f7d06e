package kongo.bench;

import java.util.ArrayList;
import java.util.List;

/**
 * The same drain by so many nodes on the same machine.
 *
 * @param ratio of its rate to that of the first
 */
public record ScaleFigures(int nodes, double ratio, double plateauRatio, DrainFigures drain) {

  /** @param nodes how many, one cluster after the other */
  public static List<Verified<ScaleFigures>> run(ClusterSettings settings, DrainSettings drain, List<Integer> nodes) throws Exception {
    List<Verified<ScaleFigures>> points = new ArrayList<>();
    for (int count : nodes) {
      settings.say().accept("%d nodes".formatted(count));
      Verified<DrainFigures> run = Drain.run(settings.withNodes(count), drain);
      DrainFigures first = points.isEmpty() ? run.figures() : points.get(0).figures().drain;
      points.add(run.with(of(count, run.figures(), first)));
    }
    return points;
  }

  private static ScaleFigures of(int nodes, DrainFigures here, DrainFigures first) {
    return new ScaleFigures(
        nodes, here.eventsPerSecond() / first.eventsPerSecond(), here.plateauEventsPerSecond() / first.plateauEventsPerSecond(), here);
  }
}
