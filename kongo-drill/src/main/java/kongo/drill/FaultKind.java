package kongo.drill;

import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import kongo.local.ChildProcess;
import kongo.local.LocalNode;
import kongo.local.StoreProcess;

/** A fault that can be had at any time, with its end where it does not end by itself. */
enum FaultKind {
  KILL_NODE(Victim.NODE, 0, 0) {
    @Override
    Ending begin(Stage stage, int choice, long length) throws Exception {
      LocalNode node = node(stage, choice);
      stage.fault("kill -9 " + node.name(), Goal.NONE, List.of(node), node.process()::kill);
      return Ending.NONE;
    }
  },
  KILL_TWO(Victim.NODE, 0, 0) {
    @Override
    Ending begin(Stage stage, int choice, long length) throws Exception {
      List<LocalNode> two = List.of(node(stage, choice), node(stage, choice + 1));
      stage.fault("kill -9 " + two.get(0).name() + ", " + two.get(1).name(), Goal.NONE, two, () -> two.forEach(node -> node.process().kill()));
      return Ending.NONE;
    }
  },
  STOP_NODE(Victim.NODE, 0, 0) {
    @Override
    Ending begin(Stage stage, int choice, long length) throws Exception {
      LocalNode node = node(stage, choice);
      stage.fault("SIGTERM " + node.name(), Goal.NONE, List.of(node), node.process()::ask);
      return Ending.NONE;
    }
  },
  FREEZE_NODE(Victim.NODE, 1_000, 30_000) {
    @Override
    Ending begin(Stage stage, int choice, long length) throws Exception {
      LocalNode node = node(stage, choice);
      ChildProcess process = node.process();
      if (!process.alive()) {
        return Ending.NONE;
      }
      stage.fault("freeze " + node.name() + seconds(length), Goal.NONE, List.of(node), process::suspend);
      return new Ending("continue " + node.name(), process::resumeIfAlive);
    }
  },
  KILL_KAFKA(Victim.KAFKA, 500, 10_000) {
    @Override
    Ending begin(Stage stage, int choice, long length) throws Exception {
      return end(stage, stage.cluster().kafka(), "kill -9 ", length, stage.cluster().kafka()::kill);
    }
  },
  STOP_KAFKA(Victim.KAFKA, 500, 15_000) {
    @Override
    Ending begin(Stage stage, int choice, long length) throws Exception {
      return end(stage, stage.cluster().kafka(), "stop ", length, stage.cluster().kafka()::stop);
    }
  },
  FREEZE_KAFKA(Victim.KAFKA, 1_000, 12_000) {
    @Override
    Ending begin(Stage stage, int choice, long length) throws Exception {
      return hold(stage, stage.cluster().kafka(), length);
    }
  },
  KILL_CASSANDRA(Victim.CASSANDRA, 500, 10_000) {
    @Override
    Ending begin(Stage stage, int choice, long length) throws Exception {
      return end(stage, stage.cluster().cassandra(), "kill -9 ", length, stage.cluster().cassandra()::kill);
    }
  },
  STOP_CASSANDRA(Victim.CASSANDRA, 500, 15_000) {
    @Override
    Ending begin(Stage stage, int choice, long length) throws Exception {
      return end(stage, stage.cluster().cassandra(), "stop ", length, stage.cluster().cassandra()::stop);
    }
  },
  FREEZE_CASSANDRA(Victim.CASSANDRA, 1_000, 20_000) {
    @Override
    Ending begin(Stage stage, int choice, long length) throws Exception {
      return hold(stage, stage.cluster().cassandra(), length);
    }
  };

  /** A store that was ended needs so long to be there again. */
  static final long STORE_START_MILLIS = 15_000;

  /** What a fault is done to. */
  enum Victim {
    NODE,
    KAFKA,
    CASSANDRA
  }

  /**
   * How a fault is ended.
   *
   * @param words for people; empty: it ends by itself
   */
  record Ending(String words, Stage.Deed deed) {
    static final Ending NONE = new Ending("", () -> {});
  }

  private final Victim victim;
  private final int shortestMillis;
  private final int longestMillis;

  FaultKind(Victim victim, int shortestMillis, int longestMillis) {
    this.victim = victim;
    this.shortestMillis = shortestMillis;
    this.longestMillis = longestMillis;
  }

  Victim victim() {
    return victim;
  }

  long lengthMillis(SplittableRandom random) {
    return longestMillis == 0 ? 0 : random.nextInt(shortestMillis, longestMillis);
  }

  /** @param choice which node, by any number */
  abstract Ending begin(Stage stage, int choice, long lengthMillis) throws Exception;

  private static LocalNode node(Stage stage, int choice) {
    List<LocalNode> nodes = stage.cluster().nodes().all();
    return nodes.get(Math.floorMod(choice, nodes.size()));
  }

  private static Ending end(Stage stage, StoreProcess store, String how, long length, Stage.Deed deed) throws Exception {
    stage.faultForAll(how + store.name() + seconds(length), Goal.NONE, deed);
    return new Ending("start " + store.name(), store::start);
  }

  private static Ending hold(Stage stage, StoreProcess store, long length) throws Exception {
    stage.faultForAll("freeze " + store.name() + seconds(length), Goal.NONE, store::suspend);
    return new Ending("continue " + store.name(), store::resume);
  }

  private static String seconds(long millis) {
    return String.format(Locale.ROOT, " for %.1f s", millis / 1_000.0);
  }
}
