package kongo.host;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import kongo.local.Ports;

/** An address at which a store appears late: forwards connections once it is opened, refuses them before. */
final class LatePort implements AutoCloseable {

  private final String target;
  private final int port;
  private final List<Socket> sockets = new ArrayList<>();
  private ServerSocket server;

  LatePort(String target) {
    this.target = target;
    // Not one that the kernel may give to an outgoing connection while nobody listens on it.
    this.port = Ports.anyFree();
  }

  String address() {
    return "127.0.0.1:" + port;
  }

  void open() throws IOException {
    var opened = new ServerSocket(port, 50, InetAddress.getByName("127.0.0.1"));
    server = opened;
    daemon(() -> accept(opened));
  }

  private void accept(ServerSocket opened) {
    try {
      while (true) {
        Socket in = keep(opened.accept(), opened);
        int colon = target.lastIndexOf(':');
        Socket out = keep(new Socket(target.substring(0, colon), Integer.parseInt(target.substring(colon + 1))), opened);
        daemon(() -> copy(in, out));
        daemon(() -> copy(out, in));
      }
    } catch (IOException e) {
      // Closed.
    }
  }

  private synchronized Socket keep(Socket socket, ServerSocket opened) throws IOException {
    if (opened.isClosed()) {
      // Accepted just before the end: it must not outlive it.
      socket.close();
      throw new IOException("Closed");
    }
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
      sockets.clear();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
