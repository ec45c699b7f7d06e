package kongo.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Consumer;
import kongo.local.KnownProcess;
import kongo.local.LocalNode;
import kongo.local.LocalNodes;

/** Keeps the environment's file true about its nodes, and tells of nodes that end. */
final class Announced implements LocalNodes.Listener {

  private final Path data;
  private final Consumer<String> notices;
  private LocalEnvironment environment;

  Announced(Path data, LocalEnvironment environment, Consumer<String> notices) {
    this.data = data;
    this.environment = environment;
    this.notices = notices;
  }

  @Override
  public synchronized void started(LocalNode node, KnownProcess process) {
    environment = environment.with(new LocalEnvironment.Node(node.name(), node.http(), node.health(), process));
    environment.write(data);
  }

  @Override
  public void ended(LocalNode node, int status, Duration untilRestart) {
    var then = untilRestart.isZero() ? "it refused its configuration" : "started again in %d s".formatted(untilRestart.toSeconds());
    notices.accept("%s ended with status %d, %s".formatted(node.name(), status, then));
  }
}
