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
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * A TCP proxy whose answers come drop by drop while it is held: clients wait, and none of them sees
 * a silence that it would give up for.
 */
public final class TrickleProxy implements AutoCloseable {

  private final ServerSocket server;
  private final int target;
  private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
  private volatile CountDownLatch held = new CountDownLatch(0);

  /**
   * Starts one that is not held.
   *
   * @param address of this machine that it listens on
   * @param target port on 127.0.0.1
   */
  public TrickleProxy(InetAddress address, int target) {
    this.target = target;
    try {
      this.server = new ServerSocket(0, 0, address);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofVirtual().start(this::accept);
  }

  /** Where it listens. */
  public int port() {
    return server.getLocalPort();
  }

  /** From now on a second passes before each byte of an answer. */
  public void hold() {
    if (held.getCount() == 0) {
      held = new CountDownLatch(1);
    }
  }

  /** Lets answers through. */
  public void release() {
    held.countDown();
  }

  /** Breaks every connection. */
  @Override
  public void close() {
    held.countDown();
    try {
      server.close();
      for (Socket socket : sockets) {
        socket.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket near = server.accept();
        Socket far = new Socket(InetAddress.getLoopbackAddress(), target);
        sockets.add(near);
        sockets.add(far);
        Thread.ofVirtual().start(() -> ask(near, far));
        Thread.ofVirtual().start(() -> answer(far, near));
      } catch (IOException closed) {
        // the next look at the server ends the loop, or the next connection does better
      }
    }
  }

  private static void ask(Socket from, Socket to) {
    try (InputStream in = from.getInputStream();
        OutputStream out = to.getOutputStream()) {
      in.transferTo(out);
    } catch (IOException closed) {
      // either end has had enough
    }
  }

  private void answer(Socket from, Socket to) {
    byte[] bytes = new byte[8192];
    try (InputStream in = from.getInputStream();
        OutputStream out = to.getOutputStream()) {
      for (int read = in.read(bytes); read >= 0; read = in.read(bytes)) {
        int sent = 0;
        while (sent < read && !held.await(1, TimeUnit.SECONDS)) {
          out.write(bytes, sent++, 1);
        }
        out.write(bytes, sent, read - sent);
      }
    } catch (IOException closed) {
      // either end has had enough
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
