package kongo.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GrowthPlotTest {

  private static final GrowthSettings GROWTH = new GrowthSettings(List.of(1_000, 10_000), List.of(300, 1_000), 10_000, 1_000);

  @Test
  void eachSizeIsMeasuredOnce() {
    assertThat(GROWTH.sizes())
        .containsExactly(new GrowthSettings.Size(1_000, 1_000), new GrowthSettings.Size(10_000, 1_000), new GrowthSettings.Size(10_000, 300));
  }

  @Test
  void thePlotIsWrittenAsSvgAndPng(@TempDir Path folder) throws Exception {
    GrowthPlot.write(GROWTH, GROWTH.sizes().stream().map(size -> figures(size, 3)).toList(), folder.resolve("growth"));
    String svg = Files.readString(folder.resolve("growth.svg"));
    int markers = svg.split("<ellipse", -1).length - 1;
    assertThat(markers).as("circles are the first row's: two points, and one in the legend").isEqualTo(3);
    assertThat(ImageIO.read(folder.resolve("growth.png").toFile()).getWidth()).isEqualTo(900);
  }

  private static GrowthFigures figures(GrowthSettings.Size size, double micros) {
    DrainFigures drain = new DrainFigures(1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0, Map.of(), micros, micros, micros, 0, 0, 0, 0, 0);
    return new GrowthFigures(size.goods(), size.locations(), 1, 1, drain);
  }
}
