package dev.groma.bench.images;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A stand-in for S3 on the loopback interface that costs next to nothing: every object is the same,
 * what is stored is thrown away, and the time of the first request is kept.
 */
final class PlanStore implements AutoCloseable {

  private static final long NONE = Long.MIN_VALUE;

  private final byte[] object;
  private final HttpServer server;
  private final AtomicLong firstRequest = new AtomicLong(NONE);

  PlanStore(byte[] object) {
    this.object = object;
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::answer);
    server.start();
  }

  private void answer(HttpExchange exchange) throws IOException {
    firstRequest.compareAndSet(NONE, System.nanoTime());
    try (exchange) {
      exchange.getRequestBody().transferTo(OutputStream.nullOutputStream());
      boolean fetched = exchange.getRequestMethod().equals("GET");
      exchange.getResponseHeaders().set("ETag", "\"0\"");
      exchange.sendResponseHeaders(200, fetched ? object.length : -1);
      if (fetched) {
        exchange.getResponseBody().write(object);
      }
    }
  }

  URI endpoint() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** Forgets earlier requests. */
  void expectFirst() {
    firstRequest.set(NONE);
  }

  /** When the first request came since then, as {@link System#nanoTime} counts. */
  long firstRequest() {
    long time = firstRequest.get();
    if (time == NONE) {
      throw new IllegalStateException("nothing was asked of S3");
    }
    return time;
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
