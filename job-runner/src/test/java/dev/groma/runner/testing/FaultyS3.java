package dev.groma.runner.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.groma.runner.s3.S3Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;

/** Speaks S3 as it is told: one order an answer, the last one over and over. */
public final class FaultyS3 implements AutoCloseable {

  /** What a request is answered with. */
  @FunctionalInterface
  public interface Order {
    void follow(HttpExchange exchange) throws IOException;
  }

  /** A request as it came: method and URI, and who signed it. */
  public record Asked(String what, String authorization) {}

  private final HttpServer server;
  private final Deque<Order> orders = new ArrayDeque<>();
  private final List<Asked> asked = Collections.synchronizedList(new ArrayList<>());
  private final CountDownLatch closed = new CountDownLatch(1);

  public FaultyS3(Order... script) {
    orders.addAll(Arrays.asList(script));
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
    try (exchange) {
      asked.add(
          new Asked(
              exchange.getRequestMethod() + " " + exchange.getRequestURI(),
              String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"))));
      Order order;
      synchronized (orders) {
        order = orders.size() > 1 ? orders.pop() : orders.element();
      }
      order.follow(exchange);
    }
  }

  /** Everything asked so far. */
  public List<Asked> asked() {
    return List.copyOf(asked);
  }

  public URI endpoint() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  public S3Settings settings() {
    return new S3Settings(endpoint(), "eu-central-1", true);
  }

  /** An error as S3 words it. */
  public static Order error(int status, String code) {
    return exchange -> {
      exchange.getRequestBody().readAllBytes();
      byte[] text =
          "<?xml version=\"1.0\"?><Error><Code>%s</Code><Message>as told</Message></Error>"
              .formatted(code)
              .getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "application/xml");
      boolean head = exchange.getRequestMethod().equals("HEAD");
      exchange.sendResponseHeaders(status, head ? -1 : text.length);
      if (!head) {
        exchange.getResponseBody().write(text);
      }
    };
  }

  /** An object, with headers in pairs of name and value. */
  public static Order object(String text, String... headers) {
    return exchange -> {
      byte[] body = text.getBytes(StandardCharsets.UTF_8);
      for (int i = 0; i < headers.length; i += 2) {
        exchange.getResponseHeaders().set(headers[i], headers[i + 1]);
      }
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body);
    };
  }

  /** An object of which only the beginning comes. */
  public static Order truncated(String text, int bytes) {
    return exchange -> {
      byte[] body = text.getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body, 0, bytes);
      exchange.getResponseBody().flush();
    };
  }

  /** Neither an answer nor an end of the connection. */
  public Order silence() {
    return _ -> {
      try {
        closed.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    };
  }

  /** Adds an order at the end. */
  public FaultyS3 then(Order order) {
    synchronized (orders) {
      orders.add(order);
    }
    return this;
  }

  @Override
  public void close() {
    closed.countDown();
    server.stop(0);
  }
}
