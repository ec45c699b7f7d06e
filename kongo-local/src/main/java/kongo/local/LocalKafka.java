package kongo.local;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.Uuid;

/** One Kafka broker with its own KRaft controller, on this machine, its data below one folder. */
public final class LocalKafka {

  private static final Duration FORMAT_TIME = Duration.ofSeconds(60);

  private final Path folder;
  private final Path logs;
  private final String host;
  private final int port;
  private final int controllerPort;
  private final CacheUse cache;
  private final StoreProcess process;

  LocalKafka(Path data, String host, int port, int controllerPort, CacheUse cache) {
    this.cache = cache;
    this.folder = data.resolve("kafka");
    this.logs = data.resolve("logs");
    this.host = host;
    this.port = port;
    this.controllerPort = controllerPort;
    this.process = new StoreProcess("Kafka", this::command, this::answers, new PidFile(data.resolve("kafka.pid")));
  }

  /** As a client's bootstrap.servers. */
  public String bootstrap() {
    return host + ":" + port;
  }

  public StoreProcess process() {
    return process;
  }

  private JvmCommand command() {
    var properties = configure();
    if (!Files.exists(folder.resolve("data").resolve("meta.properties"))) {
      format(properties);
    }
    return jvm("kafka.Kafka", List.of("-Xms256m", "-Xmx512m"), cache, List.of(properties.toString()), "kafka.log");
  }

  Path configure() {
    Template.write("log4j2.properties", folder, Map.of());
    return Template.write("server.properties", folder, Map.of(
        "host", host,
        "port", Integer.toString(port),
        "controllerPort", Integer.toString(controllerPort),
        "data", folder.resolve("data").toString()));
  }

  private void format(Path properties) {
    var arguments = List.of("format", "-t", Uuid.randomUuid().toString(), "-c", properties.toString());
    var format = ChildProcess.start("Kafka's formatter", jvm("kafka.tools.StorageTool", List.of("-XX:TieredStopAtLevel=1"), formatterCache(), arguments, "kafka-format.log"));
    int status = format.ended().completeOnTimeout(-1, FORMAT_TIME.toSeconds(), TimeUnit.SECONDS).join();
    if (status != 0) {
      throw new LocalFailure("Kafka's data folder could not be formatted: " + String.join(" ", format.lastLines(3)));
    }
  }

  /** The broker leaves one behind, and both start by it. */
  private CacheUse formatterCache() {
    return cache == CacheUse.MAKE ? CacheUse.IGNORE : cache;
  }

  /** What the broker left behind; nothing if it did not. */
  Optional<Path> keepCache() {
    return startCache().keep();
  }

  private static StartCache startCache() {
    return StartCache.of("kafka", Jdk.running(), RuntimeClassPath.of("kafka"));
  }

  private JvmCommand jvm(String mainClass, List<String> sizes, CacheUse use, List<String> arguments, String log) {
    var flags = new java.util.ArrayList<>(sizes);
    flags.addAll(use.flags(startCache()));
    flags.addAll(List.of(
        "-XX:+UseG1GC", "-XX:+ExitOnOutOfMemoryError", "-Djava.awt.headless=true", Scratch.flag(folder.getParent(), "kafka"),
        "-Dlog4j2.configurationFile=" + folder.resolve("log4j2.properties")));
    return new JvmCommand(RuntimeClassPath.of("kafka"), flags, mainClass, arguments, Map.of(), logs.resolve(log));
  }

  private boolean answers() {
    return listens() && knowsItself();
  }

  private boolean listens() {
    try (var socket = new Socket()) {
      socket.connect(new InetSocketAddress(host, port), 500);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private boolean knowsItself() {
    try (var admin = Admin.create(Map.of("bootstrap.servers", bootstrap(), "request.timeout.ms", "2000", "default.api.timeout.ms", "3000"))) {
      return !admin.describeCluster().nodes().get(3, TimeUnit.SECONDS).isEmpty();
    } catch (ExecutionException | TimeoutException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
