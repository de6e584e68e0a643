package dev.groma.e2e.bridge;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.groma.cluster.await.Await;
import dev.groma.cluster.faults.Fault.Moment;
import dev.groma.cluster.sqs.ElasticMq;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Stands before an SQS server on 127.0.0.1, and lets one kind of request hang when asked to. */
final class SqsProxy implements AutoCloseable {

  private static final String ACTION = "X-Amz-Target";
  private static final String TYPE = "Content-Type";

  private final URI upstream;
  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpClient http = HttpClient.newHttpClient();
  private volatile @Nullable Hang hang;

  private SqsProxy(URI upstream) throws IOException {
    this.upstream = upstream;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  /** Starts one on a port that is free. */
  static SqsProxy start(ElasticMq mq) {
    try {
      return new SqsProxy(mq.endpoint());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where it is asked. */
  URI endpoint() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** Answers no request of this action any more until the hang is closed. */
  Hang hang(String action, Moment moment) {
    Hang wanted = new Hang("AmazonSQS." + action, moment);
    hang = wanted;
    return wanted;
  }

  /** Requests whose answer nobody gets. */
  final class Hang implements AutoCloseable {

    private final String action;
    private final Moment moment;
    private final AtomicInteger struck = new AtomicInteger();

    private Hang(String action, Moment moment) {
      this.action = action;
      this.moment = moment;
    }

    private boolean strikes(HttpExchange exchange, Moment now) {
      boolean strikes =
          moment == now && action.equals(exchange.getRequestHeaders().getFirst(ACTION));
      if (strikes) {
        struck.incrementAndGet();
      }
      return strikes;
    }

    /** Waits for the first; with AFTER_EFFECT the effect is there then. */
    void await() {
      Await.until("a request of " + action, () -> struck.get() > 0);
    }

    @Override
    public void close() {
      hang = null;
    }
  }

  /** A request that is left without an answer keeps its connection, until the caller closes it. */
  private void handle(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    Hang wanted = hang;
    if (wanted != null && wanted.strikes(exchange, Moment.BEFORE_EFFECT)) {
      return;
    }
    HttpResponse<byte[]> answer = ask(exchange, body);
    if (wanted != null && wanted.strikes(exchange, Moment.AFTER_EFFECT)) {
      return;
    }
    try (exchange) {
      exchange
          .getResponseHeaders()
          .put(TYPE, List.of(answer.headers().firstValue(TYPE).orElseThrow()));
      exchange.sendResponseHeaders(
          answer.statusCode(), answer.body().length == 0 ? -1 : answer.body().length);
      exchange.getResponseBody().write(answer.body());
    }
  }

  private HttpResponse<byte[]> ask(HttpExchange exchange, byte[] body) throws IOException {
    HttpRequest copy =
        HttpRequest.newBuilder(upstream)
            .header(TYPE, exchange.getRequestHeaders().getFirst(TYPE))
            .header(ACTION, exchange.getRequestHeaders().getFirst(ACTION))
            .POST(HttpRequest.BodyPublishers.ofByteArray(body))
            .build();
    try {
      return http.send(copy, HttpResponse.BodyHandlers.ofByteArray());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IOException(stopped);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
    http.shutdownNow();
  }
}
