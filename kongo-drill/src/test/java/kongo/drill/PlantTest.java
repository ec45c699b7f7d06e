package kongo.drill;

import static org.assertj.core.api.Assertions.assertThat;

import kongo.drill.plant.NodePlant;
import org.junit.jupiter.api.Test;

class PlantTest {

  @Test
  void eachOneInNodesHasAScenarioThatPlaysOnThem() {
    assertThat(Plant.all()).filteredOn(plant -> plant.nodes() != NodePlant.NONE)
        .allSatisfy(plant -> assertThat(plant.scenario().orElseThrow().plant()).isEqualTo(plant.nodes()));
  }

  @Test
  void theSameScenarioIsPlayedOnNodesWithoutIt() {
    assertThat(Plant.all()).filteredOn(plant -> plant.nodes() != NodePlant.NONE)
        .allSatisfy(plant -> assertThat(Scenarios.named(plant.foundBy()).orElseThrow().plant()).isEqualTo(NodePlant.NONE));
  }
}
