package kongo.host;

import static org.assertj.core.api.Assertions.assertThat;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.apache.pekko.Done;
import org.apache.pekko.actor.CoordinatedShutdown;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class ShutdownTasksTest {

  private static final Config LOCAL =
      ConfigFactory.parseString("pekko { loglevel = OFF, coordinated-shutdown.exit-jvm = off, actor.provider = local }")
          .withFallback(ConfigFactory.load("reference"));

  private final List<String> done = new CopyOnWriteArrayList<>();

  @Test
  void aDownedNodeHaltsBeforeItDrainsWhatIsInHand() throws Exception {
    end(CoordinatedShutdown.clusterDowningReason());

    assertThat(done).startsWith("halted as DOWNED");
  }

  @Test
  void anOrderlyEndDrainsAndDoesNotHalt() throws Exception {
    end(CoordinatedShutdown.actorSystemTerminateReason());

    assertThat(done).containsExactly("drained");
  }

  private void end(CoordinatedShutdown.Reason reason) throws Exception {
    ActorSystem<Void> system = ActorSystem.create(Behaviors.empty(), "shutdown", LOCAL);
    ShutdownTasks.of(system, (status, sentence) -> done.add("halted as " + status));
    CoordinatedShutdown shutdown = CoordinatedShutdown.get(system);
    shutdown.addTask(CoordinatedShutdown.PhaseServiceStop(), "drain", () -> {
      done.add("drained");
      return CompletableFuture.completedFuture(Done.getInstance());
    });
    shutdown.runAll(reason).toCompletableFuture().get(20, TimeUnit.SECONDS);
  }
}
