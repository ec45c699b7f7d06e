package kongo.drill;

import java.time.Duration;
import kongo.drill.plant.NodePlant;

/**
 * What a cluster is made for: only scenarios that want the same can follow each other on it.
 *
 * @param retention of its law: the data belongs to it
 */
record Footing(Ground ground, NodePlant plant, Duration retention) {

  boolean suits(Footing wanted) {
    return ground.getClass().equals(wanted.ground.getClass()) && plant == wanted.plant && retention.equals(wanted.retention);
  }
}
