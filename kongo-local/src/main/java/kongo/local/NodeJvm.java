package kongo.local;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How the JVM of a local node is started.
 *
 * @param jdk that runs it
 * @param heap its greatest size, as {@code -Xmx} takes it
 * @param flags beyond those that every node has
 * @param cache what it has to do with what an earlier run left behind
 */
public record NodeJvm(Jdk jdk, String heap, List<String> flags, CacheUse cache) {

  public NodeJvm {
    flags = List.copyOf(flags);
  }

  /** On the JDK that nodes run on here, and as fast as it can. */
  public NodeJvm(String heap, List<String> flags) {
    this(Jdks.ofThisMachine().ofNodes(), heap, flags, CacheUse.USE);
  }

  /**
   * What fits beside the stores on a small machine. Several nodes compile their code once each, and again after each
   * restart, on the same cores: the quick compiler alone costs them less than it saves.
   */
  public static NodeJvm ofCluster(int nodes) {
    return nodes == 1 ? new NodeJvm("1g", List.of()) : new NodeJvm("640m", List.of("-XX:TieredStopAtLevel=1"));
  }

  public NodeJvm on(Jdk other, CacheUse otherCache) {
    return new NodeJvm(other, heap, flags, otherCache);
  }

  /** The same with these flags as well. */
  public NodeJvm with(List<String> more) {
    return new NodeJvm(jdk, heap, Stream.concat(flags.stream(), more.stream()).toList(), cache);
  }

  /** The same, leaving behind what later ones start by. */
  public NodeJvm making() {
    return on(jdk, CacheUse.MAKE);
  }

  /** Whether there is anything that it starts by. */
  public boolean startsByCache() {
    return cache == CacheUse.USE && startCache().file().isPresent();
  }

  /** What it left behind at its end, for those that come now; nothing if it did not. */
  public Optional<Path> keepCache() {
    return startCache().keep();
  }

  private StartCache startCache() {
    return StartCache.of("node", jdk, JvmCommand.thisClassPath());
  }

  /** All of them, for this class path. */
  List<String> allFlags(List<String> classPath) {
    var sizes = Stream.of("-Xms128m", "-Xmx" + heap, "-XX:MaxDirectMemorySize=256m");
    return Stream.of(NodeFlags.common().stream(), sizes, flags.stream(), cache.flags(StartCache.of("node", jdk, classPath)).stream()).flatMap(each -> each).toList();
  }
}
