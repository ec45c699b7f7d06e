package kongo.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import kongo.local.KnownProcess;
import kongo.local.LocalNode;
import kongo.local.LocalNodes;

/** Keeps the environment's file true about its nodes, and tells of nodes that end. */
final class Announced implements LocalNodes.Listener {

  private final Path data;
  private final Consumer<String> notices;
  private final List<LocalEnvironment.Node> early = new ArrayList<>();
  private Optional<LocalEnvironment> environment = Optional.empty();

  Announced(Path data, Consumer<String> notices) {
    this.data = data;
    this.notices = notices;
  }

  /** Writes it from now on; nodes may have been started before. */
  synchronized void write(LocalEnvironment stores) {
    environment = Optional.of(early.stream().reduce(stores, LocalEnvironment::with, (one, other) -> other));
    environment.get().write(data);
  }

  @Override
  public synchronized void started(LocalNode node, KnownProcess process) {
    var present = new LocalEnvironment.Node(node.name(), node.http(), node.health(), process);
    environment = environment.map(each -> each.with(present));
    environment.ifPresentOrElse(each -> each.write(data), () -> early.add(present));
  }

  @Override
  public void ended(LocalNode node, int status, Duration untilRestart) {
    var then = untilRestart.isZero() ? "it refused its configuration" : "started again in %d s".formatted(untilRestart.toSeconds());
    notices.accept("%s ended with status %d, %s".formatted(node.name(), status, then));
  }
}
