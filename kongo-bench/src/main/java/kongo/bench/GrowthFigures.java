package kongo.bench;

import java.util.ArrayList;
import java.util.List;

/**
 * What an event costs in a world of some size.
 *
 * @param relativeCost CPU per event of the engine, compared with the first size
 * @param relativePlateauCost the same without the start, in which code is cold
 */
public record GrowthFigures(int goods, int locations, double relativeCost, double relativePlateauCost, DrainFigures drain) {

  /** A drain of each size, on one fresh cluster after the other. */
  public static List<Verified<GrowthFigures>> run(ClusterSettings settings, DrainSettings drain, GrowthSettings growth) throws Exception {
    List<Verified<GrowthFigures>> points = new ArrayList<>();
    for (GrowthSettings.Size size : growth.sizes()) {
      settings.say().accept("%,d Goods in %,d locations".formatted(size.goods(), size.locations()));
      Verified<DrainFigures> run = Drain.run(settings, drain.with(drain.world().with(size.goods(), size.locations())));
      DrainFigures first = points.isEmpty() ? run.figures() : points.get(0).figures().drain;
      points.add(run.with(of(size, run.figures(), first)));
    }
    return points;
  }

  private static GrowthFigures of(GrowthSettings.Size size, DrainFigures here, DrainFigures first) {
    return new GrowthFigures(
        size.goods(), size.locations(), here.engineCpuMicrosPerEvent() / first.engineCpuMicrosPerEvent(),
        here.plateauEngineCpuMicrosPerEvent() / first.plateauEngineCpuMicrosPerEvent(), here);
  }
}
