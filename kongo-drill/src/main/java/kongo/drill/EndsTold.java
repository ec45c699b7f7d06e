package kongo.drill;

import java.time.Duration;
import java.util.function.Consumer;
import kongo.local.LocalNode;
import kongo.local.LocalNodes;

/** Tells of nodes that end. */
record EndsTold(Consumer<String> say) implements LocalNodes.Listener {

  @Override
  public void ended(LocalNode node, int status, Duration untilRestart) {
    say.accept("%s ended with status %d, started again in %d s".formatted(node.name(), status, untilRestart.toSeconds()));
  }
}
