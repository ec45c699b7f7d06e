package kongo.host;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;

/** An address at which a store appears late: forwards connections once it is opened, refuses them before. */
final class LatePort implements AutoCloseable {

  private final String target;
  private final int port;
  private final List<Socket> sockets = new ArrayList<>();
  private ServerSocket server;

  LatePort(String target) throws IOException {
    this.target = target;
    try (var free = new ServerSocket(0)) {
      this.port = free.getLocalPort();
    }
  }

  String address() {
    return "127.0.0.1:" + port;
  }

  void open() throws IOException {
    server = new ServerSocket(port, 50, InetAddress.getByName("127.0.0.1"));
    daemon(this::accept);
  }

  private void accept() {
    try {
      while (true) {
        Socket in = keep(server.accept());
        int colon = target.lastIndexOf(':');
        Socket out = keep(new Socket(target.substring(0, colon), Integer.parseInt(target.substring(colon + 1))));
        daemon(() -> copy(in, out));
        daemon(() -> copy(out, in));
      }
    } catch (IOException e) {
      // Closed.
    }
  }

  private synchronized Socket keep(Socket socket) {
    sockets.add(socket);
    return socket;
  }

  private static void copy(Socket from, Socket to) {
    try (from; to) {
      from.getInputStream().transferTo(to.getOutputStream());
    } catch (IOException e) {
      // One side ended.
    }
  }

  private static void daemon(Runnable work) {
    var thread = new Thread(work, "late-port");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public synchronized void close() {
    try {
      if (server != null) {
        server.close();
      }
      for (Socket socket : sockets) {
        socket.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
