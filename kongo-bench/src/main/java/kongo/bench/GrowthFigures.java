package kongo.bench;

import java.util.ArrayList;
import java.util.List;

/**
 * What an event costs in a world of some size.
 *
 * @param relativeCost CPU per event of the engine, compared with the first size
 */
public record GrowthFigures(int goods, int locations, double relativeCost, DrainFigures drain) {

  /** A drain of each size, on one fresh cluster after the other. */
  public static List<Verified<GrowthFigures>> run(ClusterSettings settings, DrainSettings drain, GrowthSettings growth) throws Exception {
    List<Verified<GrowthFigures>> points = new ArrayList<>();
    for (GrowthSettings.Size size : growth.sizes()) {
      settings.say().accept("%,d Goods in %,d locations".formatted(size.goods(), size.locations()));
      Verified<DrainFigures> run = Drain.run(settings, drain.with(drain.world().with(size.goods(), size.locations())));
      double cost = run.figures().engineCpuMicrosPerEvent();
      double first = points.isEmpty() ? cost : points.get(0).figures().drain.engineCpuMicrosPerEvent();
      points.add(run.with(new GrowthFigures(size.goods(), size.locations(), cost / first, run.figures())));
    }
    return points;
  }
}
