package kongo.host;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import kongo.host.settings.InvalidSettingsException;
import kongo.host.settings.NodeConfig;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One node of the cluster as a process; hocon/node.conf says what can be set, {@link ExitStatus} how it ends. */
public final class KongoNode {

  private static final Logger LOG = LoggerFactory.getLogger(KongoNode.class);

  private KongoNode() {}

  public static void main(String[] args) {
    run(ConfigFactory.empty());
  }

  /** Runs a node in this process and returns when it has stopped; what cannot start is told on stderr and exits. */
  public static void run(Config given) {
    run(given, Halt.ofTheProcess());
  }

  /** The same where something else is to be done when it must not go on. */
  public static void run(Config given, Halt halt) {
    try {
      RunningNode node = start(NodeConfig.load(given), halt);
      node.system().getWhenTerminated().toCompletableFuture().join();
    } catch (InvalidSettingsException e) {
      exit(ExitStatus.REFUSED, e.getMessage());
    } catch (StartFailure e) {
      exit(e.status(), e.getMessage());
    } catch (RuntimeException e) {
      // Other threads would keep a process alive that never becomes a node.
      LOG.error("The start failed", e);
      exit(ExitStatus.START_FAILED, "The start failed: " + e.getMessage());
    }
  }

  private static void exit(ExitStatus status, String sentence) {
    System.err.println(sentence);
    System.exit(status.code());
  }

  /**
   * Starts a node; returns when it is a member of its cluster and its streams run.
   *
   * @throws StartFailure if it cannot start
   */
  public static RunningNode start(NodeConfig config, Halt halt) {
    return new NodeStart(config, halt).run();
  }
}
