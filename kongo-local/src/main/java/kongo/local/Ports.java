package kongo.local;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.concurrent.ThreadLocalRandom;

/** The loopback ports of a data folder: kept from one start to the next as long as they are free. */
public final class Ports {

  // Below the range that the kernel takes for outgoing connections.
  private static final int LOWEST = 20_000;
  private static final int HIGHEST = 32_000;

  private final Path file;
  private final Properties kept = new Properties();

  private Ports(Path file) {
    this.file = file;
  }

  static Ports keptIn(Path data) {
    var ports = new Ports(data.resolve("ports.properties"));
    ports.load();
    return ports;
  }

  /** The wanted one, refused if in use; for 0 the kept one if it is free, else any free one. */
  int take(String name, int wanted) {
    if (wanted != 0 && !free(wanted)) {
      throw new LocalFailure("Port %d for %s is in use: end what uses it, or give another.".formatted(wanted, name));
    }
    int port = wanted != 0 ? wanted : keptOrFree(name);
    kept.setProperty(name, Integer.toString(port));
    save();
    return port;
  }

  private int keptOrFree(String name) {
    int before = Integer.parseInt(kept.getProperty(name, "0"));
    return before != 0 && free(before) ? before : anyFree();
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
    if (!Files.exists(file)) {
      return;
    }
    try (InputStream in = Files.newInputStream(file)) {
      kept.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void save() {
    try (OutputStream out = Files.newOutputStream(file)) {
      kept.store(out, null);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
