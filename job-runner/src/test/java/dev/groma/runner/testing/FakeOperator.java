package dev.groma.runner.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.groma.cluster.pki.CertificateAuthority;
import dev.groma.cluster.pki.Identity;
import dev.groma.cluster.pki.TlsContexts;
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
import java.util.concurrent.Executors;

/** A report endpoint that answers as it is told: one answer a request, the last over and over. */
public final class FakeOperator implements AutoCloseable {

  /** What a request is answered with. */
  public record Answer(int status, String body) {}

  /** A request as it came. */
  public record Asked(String path, String authorization, String contentType, String body) {}

  private final CertificateAuthority authority = CertificateAuthority.create("operator's own");
  private final HttpsServer server;
  private final Deque<Answer> answers = new ArrayDeque<>();
  private final List<Asked> asked = Collections.synchronizedList(new ArrayList<>());

  public FakeOperator(Answer... script) {
    answers.addAll(Arrays.asList(script));
    Identity self = authority.issueServer("groma-report", List.of(), List.of());
    try {
      server = HttpsServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setHttpsConfigurator(new HttpsConfigurator(TlsContexts.of(authority.self(), self)));
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::answer);
    server.start();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      asked.add(
          new Asked(
              exchange.getRequestURI().toString(),
              String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")),
              String.valueOf(exchange.getRequestHeaders().getFirst("Content-Type")),
              body));
      Answer answer;
      synchronized (answers) {
        answer = answers.size() > 1 ? answers.pop() : answers.element();
      }
      byte[] text = answer.body().getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(answer.status(), text.length);
      exchange.getResponseBody().write(text);
    }
  }

  /** A refusal in the words of RFC 9457. */
  public static Answer problem(int status, String type, String reason) {
    return new Answer(
        status,
        "{\"type\":\"urn:groma:report:%s\",\"title\":\"t\",\"status\":%d,\"detail\":\"because\",\"reason\":\"%s\",\"more\":1}"
            .formatted(type, status, reason));
  }

  /** Everything asked so far. */
  public List<Asked> asked() {
    return List.copyOf(asked);
  }

  public URI url() {
    return URI.create("https://127.0.0.1:" + server.getAddress().getPort());
  }

  /** The certificate that vouches for it. */
  public String authorityPem() {
    return authority.self().certificatePem();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
