package kongo.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.VectorGraphicsEncoder;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.style.Styler;

/** What an event costs as a world grows, as a picture. */
public final class GrowthPlot {

  private static final int WIDTH = 900;
  private static final int HEIGHT = 500;

  private final GrowthSettings growth;
  private final List<GrowthFigures> points;

  private GrowthPlot(GrowthSettings growth, List<GrowthFigures> points) {
    this.growth = growth;
    this.points = points;
  }

  /** Writes {@code name.svg} and {@code name.png}. */
  public static void write(GrowthSettings growth, List<GrowthFigures> points, Path name) throws IOException {
    System.setProperty("java.awt.headless", "true");
    Files.createDirectories(name.toAbsolutePath().getParent());
    XYChart chart = new GrowthPlot(growth, points).chart();
    VectorGraphicsEncoder.saveVectorGraphic(chart, name.toString(), VectorGraphicsEncoder.VectorGraphicsFormat.SVG);
    BitmapEncoder.saveBitmap(chart, name.toString(), BitmapEncoder.BitmapFormat.PNG);
  }

  private XYChart chart() {
    XYChart chart =
        new XYChartBuilder()
            .width(WIDTH)
            .height(HEIGHT)
            .title("Cost of an event")
            .xAxisTitle("Goods, or locations")
            .yAxisTitle("engine CPU per event in the middle of the run (µs)")
            .build();
    chart.getStyler().setXAxisLogarithmic(true).setYAxisMin(0.0).setLegendPosition(Styler.LegendPosition.InsideNW);
    add(chart, "Goods, in %,d locations".formatted(growth.atLocations()),
        each -> each.locations() == growth.atLocations() && growth.goods().contains(each.goods()), GrowthFigures::goods);
    add(chart, "locations, with %,d Goods".formatted(growth.atGoods()),
        each -> each.goods() == growth.atGoods() && growth.locations().contains(each.locations()), GrowthFigures::locations);
    return chart;
  }

  private void add(XYChart chart, String name, Predicate<GrowthFigures> belongs, ToIntFunction<GrowthFigures> size) {
    List<GrowthFigures> row = points.stream().filter(belongs).sorted(Comparator.comparingInt(size)).toList();
    if (!row.isEmpty()) {
      chart.addSeries(
          name, row.stream().mapToDouble(size::applyAsInt).toArray(),
          row.stream().mapToDouble(each -> each.drain().plateauEngineCpuMicrosPerEvent()).toArray());
    }
  }
}
