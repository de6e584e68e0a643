package dev.groma.cluster.faults;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * A TCP proxy on 127.0.0.1 that can lose connections as a network does: both ends stay open, and
 * nothing comes through any more.
 */
public final class SilentProxy implements AutoCloseable {

  private final ServerSocket server;
  private final int target;
  private final LongSupplier silentBefore;
  private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();

  /**
   * Starts one.
   *
   * @param target port on 127.0.0.1
   * @param silentBefore connections opened before this {@link System#nanoTime()} are lost
   */
  public SilentProxy(int target, LongSupplier silentBefore) {
    this.target = target;
    this.silentBefore = silentBefore;
    try {
      this.server = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofVirtual().start(this::accept);
  }

  /** Where it listens on 127.0.0.1. */
  public int port() {
    return server.getLocalPort();
  }

  @Override
  public void close() throws IOException {
    server.close();
    for (Socket socket : sockets) {
      socket.close();
    }
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket near = server.accept();
        Socket far = new Socket(InetAddress.getLoopbackAddress(), target);
        sockets.add(near);
        sockets.add(far);
        long opened = System.nanoTime();
        Thread.ofVirtual().start(() -> pump(near, far, opened));
        Thread.ofVirtual().start(() -> pump(far, near, opened));
      } catch (IOException closed) {
        // the next look at the server ends the loop, or the next connection does better
      }
    }
  }

  private void pump(Socket from, Socket to, long opened) {
    byte[] bytes = new byte[8192];
    try (InputStream in = from.getInputStream();
        OutputStream out = to.getOutputStream()) {
      for (int read = in.read(bytes); read >= 0; read = in.read(bytes)) {
        if (opened >= silentBefore.getAsLong()) {
          out.write(bytes, 0, read);
        }
      }
    } catch (IOException closed) {
      // either end has had enough
    }
  }
}
