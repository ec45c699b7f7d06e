package kongo.drill.plant;

import kongo.host.KongoNode;

/** A node as any other, but with the plant that its environment names. */
public final class PlantedNode {

  private PlantedNode() {}

  public static void main(String[] args) {
    NodePlant plant = NodePlant.valueOf(System.getenv(NodePlant.VARIABLE));
    KongoNode.run(plant.config(), plant.halt());
  }
}
