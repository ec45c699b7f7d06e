package kongo.system;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import kongo.simulator.Delivered;
import kongo.simulator.Pace;
import kongo.simulator.Simulation;

/** A world that goes on while things happen to the cluster, until it is told to end. */
record Traffic(Simulation world, CompletableFuture<Delivered> delivered) {

  static Traffic begin(Ground ground, Simulation world, Pace pace) {
    return new Traffic(world, CompletableFuture.supplyAsync(() -> ground.send(world, pace)));
  }

  /** Until everything is sent of a world that ends by itself. */
  Delivered awaitAll(Duration longest) throws Exception {
    return delivered.get(longest.toSeconds(), TimeUnit.SECONDS);
  }

  Delivered end() throws Exception {
    world.end();
    return delivered.get(60, TimeUnit.SECONDS);
  }
}
