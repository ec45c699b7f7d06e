package kongo.local;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** One Cassandra node on this machine, its data below one folder. */
public final class LocalCassandra {

  private static final List<String> SIZES = List.of("-Xms1g", "-Xmx1g", "-Xss512k", "-XX:MaxDirectMemorySize=256m", "-XX:ReservedCodeCacheSize=96m");
  private static final List<String> EXPORTS = List.of(
      "java.base/jdk.internal.misc", "java.base/java.lang.ref", "java.management.rmi/com.sun.jmx.remote.internal.rmi", "java.rmi/sun.rmi.registry",
      "java.rmi/sun.rmi.server", "java.sql/java.sql", "jdk.unsupported/sun.misc");
  private static final List<String> OPENS = List.of(
      "java.base/java.io", "java.base/java.lang", "java.base/java.lang.module", "java.base/java.lang.reflect", "java.base/java.nio", "java.base/java.util",
      "java.base/java.util.concurrent", "java.base/java.util.concurrent.atomic", "java.base/jdk.internal.loader", "java.base/jdk.internal.math",
      "java.base/jdk.internal.module", "java.base/jdk.internal.ref", "java.base/jdk.internal.reflect", "java.base/jdk.internal.util.jar",
      "java.base/jdk.internal.vm", "java.base/sun.nio.ch", "jdk.management/com.sun.management.internal");

  // Protocol version 4, OPTIONS, stream 0, no body; the answer's fifth byte is SUPPORTED.
  private static final byte[] OPTIONS = {4, 0, 0, 0, 5, 0, 0, 0, 0};
  private static final int SUPPORTED = 6;

  private final Path folder;
  private final Path logs;
  private final String host;
  private final int port;
  private final int storagePort;
  private final CacheUse cache;
  private final Jdk jdk = Jdks.ofThisMachine().ofCassandra();
  private final StoreProcess process;

  LocalCassandra(Path data, String host, int port, int storagePort, CacheUse cache) {
    this.cache = cache;
    this.folder = data.resolve("cassandra");
    this.logs = data.resolve("logs");
    this.host = host;
    this.port = port;
    this.storagePort = storagePort;
    this.process = new StoreProcess("Cassandra", this::command, this::answers, new PidFile(data.resolve("cassandra.pid")));
  }

  /** As one of a driver's contact points, host:port; the data centre is {@link #datacenter}. */
  public String contactPoint() {
    return host + ":" + port;
  }

  public String datacenter() {
    return "datacenter1";
  }

  public StoreProcess process() {
    return process;
  }

  private JvmCommand command() {
    var yaml = configure();
    var logback = folder.resolve("logback.xml");
    var classPath = RuntimeClassPath.of("cassandra");
    return new JvmCommand(classPath, flags(classPath, yaml, logback), "org.apache.cassandra.service.CassandraDaemon", List.of(), Map.of(), logs.resolve("cassandra.log")).on(jdk);
  }

  Path configure() {
    Template.write("logback.xml", folder, Map.of());
    return Template.write("cassandra.yaml", folder, Map.of(
        "host", host, "port", Integer.toString(port), "storagePort", Integer.toString(storagePort), "data", folder.toString()));
  }

  private List<String> flags(List<String> classPath, Path yaml, Path logback) {
    var flags = new ArrayList<>(SIZES);
    classPath.stream().filter(entry -> Path.of(entry).getFileName().toString().startsWith("jamm-")).forEach(jar -> flags.add("-javaagent:" + jar));
    flags.addAll(cacheFlags(classPath));
    EXPORTS.forEach(each -> flags.addAll(List.of("--add-exports", each + "=ALL-UNNAMED")));
    OPENS.forEach(each -> flags.addAll(List.of("--add-opens", each + "=ALL-UNNAMED")));
    flags.add(Scratch.flag(folder.getParent(), "cassandra"));
    flags.addAll(List.of("-XX:+UseG1GC", "-XX:MaxGCPauseMillis=100", "-XX:+ExitOnOutOfMemoryError", "-XX:+PerfDisableSharedMem"));
    Stream.of(
            "java.awt.headless=true", "java.security.manager=allow", "jdk.attach.allowAttachSelf=true", "io.netty.tryReflectionSetAccessible=true",
            "cassandra.config=" + yaml.toUri(), "cassandra.storagedir=" + folder, "cassandra.logdir=" + logs, "cassandra-foreground=yes",
            "cassandra.libjemalloc=-", "cassandra.skip_wait_for_gossip_to_settle=0", "cassandra.ring_delay_ms=100", "cassandra.superuser_setup_delay_ms=0",
            "logback.configurationFile=" + logback)
        .forEach(property -> flags.add("-D" + property));
    return flags;
  }

  /** With an agent, as Cassandra has one, a JVM takes and leaves one only if it is told that this is meant. */
  private List<String> cacheFlags(List<String> classPath) {
    var flags = new ArrayList<>(cache.flags(StartCache.of("cassandra", jdk, classPath)));
    if (!flags.isEmpty()) {
      flags.addAll(List.of("-XX:+UnlockDiagnosticVMOptions", "-XX:+AllowArchivingWithJavaAgent"));
    }
    return flags;
  }

  /** What it left behind; nothing if it did not. */
  Optional<Path> keepCache() {
    return StartCache.of("cassandra", jdk, RuntimeClassPath.of("cassandra")).keep();
  }

  private boolean answers() {
    try (var socket = new Socket()) {
      socket.connect(new InetSocketAddress(host, port), 500);
      socket.setSoTimeout(2_000);
      socket.getOutputStream().write(OPTIONS);
      var answer = socket.getInputStream().readNBytes(OPTIONS.length);
      return answer.length == OPTIONS.length && answer[4] == SUPPORTED;
    } catch (IOException e) {
      return false;
    }
  }
}
