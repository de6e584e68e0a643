package dev.groma.operator.report.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.groma.operator.report.IncomingReport;
import dev.groma.operator.report.answer.Answer;
import dev.groma.operator.report.tls.AuthorityStore;
import dev.groma.operator.report.tls.CertificateFiles;
import dev.groma.operator.report.tls.CertificateSource;
import dev.groma.operator.report.tls.IssuedCertificates;
import dev.groma.operator.report.tls.ServerCertificate;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Certificates that change while the server runs, and clients that take more than their share. */
class ReportServerTest {

  private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");
  private static final ServerLimits USUAL = ServerLimits.usual();

  private final Vertx vertx = Vertx.vertx();
  private final Deque<AutoCloseable> open = new ArrayDeque<>();
  private Instant now = NOW;

  @AfterEach
  void stop() throws Exception {
    while (!open.isEmpty()) {
      open.pop().close();
    }
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  @Test
  void the_next_certificate_is_shown_without_a_restart() throws Exception {
    ReportServer server = start(issued(), USUAL, report -> Answer.progress(true));
    X509Certificate first = shown(server);

    now = NOW.plus(Duration.ofDays(61));
    server.renewCertificate();

    assertThat(shown(server)).isNotEqualTo(first);
    assertThat(shown(server).getIssuerX500Principal()).isEqualTo(first.getIssuerX500Principal());
  }

  @Test
  void files_that_somebody_else_renews_are_read_again(@TempDir Path folder) throws Exception {
    CertificateFiles files = write(folder, issued().at(NOW));
    ReportServer server = start(files, USUAL, report -> Answer.progress(true));
    X509Certificate first = shown(server);
    ServerCertificate next = issued().at(NOW);
    write(folder, next);

    server.renewCertificate();

    assertThat(shown(server)).isNotEqualTo(first);
    assertThat(server.authorityPem()).isEqualTo(next.authorityPem());
  }

  @Test
  void while_files_make_no_sense_the_certificate_before_is_shown(@TempDir Path folder)
      throws Exception {
    CertificateFiles files = write(folder, issued().at(NOW));
    ReportServer server = start(files, USUAL, report -> Answer.progress(true));
    X509Certificate first = shown(server);
    Files.writeString(files.key(), "half a ke");

    server.renewCertificate();

    assertThat(shown(server)).isEqualTo(first);
  }

  @Test
  void a_certificate_that_is_missing_stops_the_start(@TempDir Path folder) {
    CertificateFiles files =
        new CertificateFiles(
            folder.resolve("tls.crt"), folder.resolve("tls.key"), folder.resolve("ca.crt"));

    assertThatThrownBy(() -> start(files, USUAL, report -> Answer.progress(true)))
        .hasMessageContaining("groma.report.certificate")
        .hasMessageContaining("tls.crt");
  }

  @Test
  void a_port_that_is_taken_stops_the_start_and_the_message_names_the_setting() {
    ReportServer server = start(issued(), USUAL, report -> Answer.progress(true));

    assertThatThrownBy(() ->
            ReportServer.start(
                vertx,
                "127.0.0.1",
                server.port(),
                report -> Answer.progress(true),
                issued(),
                USUAL,
                () -> now))
        .hasMessageContaining("groma.report.port")
        .hasMessageContaining(Integer.toString(server.port()));
  }

  @Test
  void a_connection_on_which_nothing_comes_is_closed() throws Exception {
    ReportServer server = start(issued(), impatient(), report -> Answer.progress(true));

    try (SSLSocket socket = connect(server)) {
      assertThat(socket.getInputStream().readAllBytes()).isEmpty();
    }
  }

  @Test
  void a_header_that_does_not_end_is_not_waited_for() throws Exception {
    ReportServer server = start(issued(), impatient(), report -> Answer.progress(true));

    try (SSLSocket socket = connect(server)) {
      send(socket, "POST / HTTP/1.1\r\nHost: x\r\nX-Slow: ");
      assertThat(socket.getInputStream().readAllBytes()).isEmpty();
    }
  }

  @Test
  void a_header_that_is_too_long_is_not_kept() throws Exception {
    ReportServer server = start(issued(), USUAL, report -> Answer.progress(true));

    try (SSLSocket socket = connect(server)) {
      send(socket, "GET / HTTP/1.1\r\nX: " + "x".repeat(20_000) + "\r\n\r\n");
      assertThat(answer(socket)).startsWith("HTTP/1.1 4").doesNotContain(" 200 ");
    }
  }

  @Test
  void requests_beyond_the_bound_are_put_off() throws Exception {
    CountDownLatch began = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    ReportServer server =
        start(
            issued(),
            new ServerLimits(Duration.ofSeconds(30), 10, 1),
            report -> {
              began.countDown();
              await(goOn);
              return Answer.progress(true);
            });

    try (SSLSocket first = connect(server);
        SSLSocket second = connect(server)) {
      send(first, "GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
      began.await();
      send(second, "GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
      assertThat(answer(second)).startsWith("HTTP/1.1 503 ").contains("Retry-After: 2");
      goOn.countDown();
      assertThat(answer(first)).startsWith("HTTP/1.1 200 ");
    }
  }

  @Test
  void connections_beyond_the_bound_are_closed() throws Exception {
    CountDownLatch began = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    ReportServer server =
        start(
            issued(),
            new ServerLimits(Duration.ofSeconds(30), 1, 10),
            report -> {
              began.countDown();
              await(goOn);
              return Answer.progress(true);
            });

    try (SSLSocket first = connect(server)) {
      send(first, "GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
      // A client is through its handshake before the server is: only a request shows that the
      // server counts the first connection.
      began.await();
      try (SSLSocket second = connect(server)) {
        assertThat(second.getInputStream().readAllBytes()).isEmpty();
      }
      goOn.countDown();
      assertThat(answer(first)).startsWith("HTTP/1.1 200 ");
    }
  }

  private IssuedCertificates issued() {
    return new IssuedCertificates(AuthorityStore.inMemory(), "127.0.0.1");
  }

  private static ServerLimits impatient() {
    return new ServerLimits(Duration.ofMillis(200), 10, 10);
  }

  private ReportServer start(
      CertificateSource certificates,
      ServerLimits limits,
      Function<IncomingReport, Answer> endpoint) {
    ReportServer server =
        ReportServer.start(vertx, "127.0.0.1", 0, endpoint, certificates, limits, () -> now);
    open.push(server);
    return server;
  }

  private static CertificateFiles write(Path folder, ServerCertificate certificate)
      throws IOException {
    return new CertificateFiles(
        Files.writeString(folder.resolve("tls.crt"), certificate.chainPem()),
        Files.writeString(folder.resolve("tls.key"), certificate.keyPem()),
        Files.writeString(folder.resolve("ca.crt"), certificate.authorityPem()));
  }

  private static X509Certificate shown(ReportServer server) throws Exception {
    try (SSLSocket socket = connect(server)) {
      return (X509Certificate) socket.getSession().getPeerCertificates()[0];
    }
  }

  /** A client that looks at everything and trusts it. */
  private static SSLSocket connect(ReportServer server) throws Exception {
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, new TrustManager[] {new Gullible()}, null);
    SSLSocket socket =
        (SSLSocket) context.getSocketFactory().createSocket("127.0.0.1", server.port());
    socket.setSoTimeout(60_000);
    socket.startHandshake();
    return socket;
  }

  private static void send(SSLSocket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
  }

  private static String answer(SSLSocket socket) throws IOException {
    return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static final class Gullible implements X509TrustManager {
    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType) {}

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[0];
    }
  }
}
