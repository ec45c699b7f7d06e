package kongo.local;

import java.nio.file.Path;

/** Starts the stores, prints their processes' ids, and stays. */
final class StarterProgram {

  private StarterProgram() {}

  public static void main(String[] args) throws InterruptedException {
    var stores = LocalStores.start(LocalSettings.in(Path.of(args[0])));
    System.out.println(stores.kafka().process().pid());
    System.out.println(stores.cassandra().process().pid());
    Thread.currentThread().join();
  }
}
