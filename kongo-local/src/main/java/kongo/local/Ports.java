package kongo.local;

import java.io.IOException;
import java.io.StringReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;

/** The loopback ports of a data folder: kept from one start to the next as long as they are free. */
public final class Ports {

  // Below the range that the kernel takes for outgoing connections.
  private static final int LOWEST = 20_000;
  private static final int HIGHEST = 32_000;
  private static final int HIGHEST_OF_ALL = 65_535;

  private final KeptFile file;
  private final Properties kept = new Properties();

  private Ports(Path path) {
    this.file = new KeptFile(path);
  }

  static Ports keptIn(Path data) {
    var ports = new Ports(data.resolve("ports.properties"));
    ports.load();
    return ports;
  }

  /** The wanted one, refused if in use; for 0 the kept one if it is free, else any free one. */
  int take(String name, int wanted) {
    if (wanted != 0 && !isPort(wanted)) {
      throw new LocalFailure("Port %d for %s: there are only ports from 1 to %d.".formatted(wanted, name, HIGHEST_OF_ALL));
    }
    if (wanted != 0 && !free(wanted)) {
      throw new LocalFailure("Port %d for %s is in use: end what uses it, or give another.".formatted(wanted, name));
    }
    int port = wanted != 0 ? wanted : keptOrFree(name);
    kept.setProperty(name, Integer.toString(port));
    save();
    return port;
  }

  private int keptOrFree(String name) {
    return before(name).filter(Ports::free).orElseGet(Ports::anyFree);
  }

  /** Nothing for what is no port: the file may be damaged. */
  private Optional<Integer> before(String name) {
    return Optional.ofNullable(kept.getProperty(name)).filter(text -> text.matches("\\d{1,5}")).map(Integer::parseInt).filter(Ports::isPort);
  }

  public static boolean isPort(int number) {
    return number >= 1 && number <= HIGHEST_OF_ALL;
  }

  /** A port that nobody listens on now. */
  public static int anyFree() {
    return ThreadLocalRandom.current().ints(1_000, LOWEST, HIGHEST).filter(Ports::free).findFirst()
        .orElseThrow(() -> new LocalFailure("No free port between %d and %d on 127.0.0.1.".formatted(LOWEST, HIGHEST)));
  }

  private static boolean free(int port) {
    try (var socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private void load() {
    try {
      kept.load(new StringReader(file.textIfReadable().orElse("")));
    } catch (IOException | IllegalArgumentException damaged) {
      kept.clear();
    }
  }

  private void save() {
    var text = new TreeMap<>(kept).entrySet().stream().map(each -> each.getKey() + "=" + each.getValue()).collect(Collectors.joining("\n", "", "\n"));
    file.write(text);
  }
}
