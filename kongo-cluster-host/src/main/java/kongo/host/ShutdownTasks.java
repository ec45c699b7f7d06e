package kongo.host;

import java.util.concurrent.CompletableFuture;
import org.apache.pekko.Done;
import org.apache.pekko.actor.CoordinatedShutdown;
import org.apache.pekko.actor.typed.ActorSystem;

/** What ends with a node, after its entities and its membership. */
final class ShutdownTasks {

  private final CoordinatedShutdown shutdown;

  private ShutdownTasks(CoordinatedShutdown shutdown) {
    this.shutdown = shutdown;
  }

  /** A downed node must not write any more: others have its work, so it halts before the first step of an orderly end. */
  static ShutdownTasks of(ActorSystem<?> system, Halt halt) {
    CoordinatedShutdown shutdown = CoordinatedShutdown.get(system);
    shutdown.addTask(CoordinatedShutdown.PhaseBeforeServiceUnbind(), "halt-when-downed", () -> {
      if (shutdown.getShutdownReason().filter(CoordinatedShutdown.clusterDowningReason()::equals).isPresent()) {
        halt.now(ExitStatus.DOWNED, "The other nodes of the cluster went on without this one; it ends.");
      }
      if (shutdown.getShutdownReason().filter(CoordinatedShutdown.incompatibleConfigurationDetectedReason()::equals).isPresent()) {
        halt.now(
            ExitStatus.REFUSED,
            "The nodes of the cluster have another kongo.kafka.epoch (KONGO_EPOCH) than this one, or another of Pekko's settings"
                + " that all must share (the log names it): set it as they have it, or end them all before you start them with another.");
      }
      return CompletableFuture.completedFuture(Done.getInstance());
    });
    return new ShutdownTasks(shutdown);
  }

  /** Closes the part when all else has ended; answers the part. */
  <T extends AutoCloseable> T add(String name, T part) {
    shutdown.addTask(
        CoordinatedShutdown.PhaseBeforeActorSystemTerminate(),
        "close " + name,
        () -> CompletableFuture.supplyAsync(() -> close(part)));
    return part;
  }

  private static Done close(AutoCloseable part) {
    try {
      part.close();
      return Done.getInstance();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
