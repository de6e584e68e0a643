package dev.groma.operator.report.http;

import dev.groma.operator.report.IncomingReport;
import dev.groma.operator.report.answer.Answer;
import dev.groma.operator.report.answer.Refusal;
import dev.groma.operator.report.tls.CertificateSource;
import dev.groma.operator.report.tls.ServerCertificate;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.PemKeyCertOptions;
import io.vertx.core.net.SSLOptions;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The HTTPS server of the report endpoint: HTTP/1.1 over TLS 1.2 and 1.3. */
public final class ReportServer implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(ReportServer.class);

  /** How often to look for a newer certificate. Chosen: as often as the kubelet renews files. */
  private static final Duration RENEWAL_CHECK = Duration.ofMinutes(1);

  /** A token of Kubernetes has one to two kilobytes. */
  private static final int MAX_HEADER_BYTES = 16 * 1024;

  private final Vertx vertx;
  private final Function<IncomingReport, Answer> endpoint;
  private final CertificateSource certificates;
  private final InstantSource clock;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Map<HttpConnection, ConnectionWatch> connections = new ConcurrentHashMap<>();
  private final ServerLimits limits;
  private final Semaphore requests;
  private final HttpServer server;
  private final long renewalTimer;
  private volatile ServerCertificate shown;

  private ReportServer(
      Vertx vertx,
      Function<IncomingReport, Answer> endpoint,
      CertificateSource certificates,
      HttpServerOptions options,
      ServerLimits limits,
      InstantSource clock) {
    this.vertx = vertx;
    this.endpoint = endpoint;
    this.certificates = certificates;
    this.limits = limits;
    this.clock = clock;
    requests = new Semaphore(limits.requests());
    shown = certificates.at(clock.instant());
    server =
        vertx
            .createHttpServer(options.setKeyCertOptions(keys(shown)))
            .connectionHandler(this::connected)
            .requestHandler(this::requested)
            .exceptionHandler(e -> LOG.debug("a connection failed: {}", e.getMessage()));
    renewalTimer =
        vertx.setPeriodic(
            RENEWAL_CHECK.toMillis(), ignored -> threads.execute(this::renewCertificate));
  }

  /**
   * Starts a server and waits until it listens.
   *
   * @param host address to listen on
   * @param port to listen on; 0 for any that is free
   * @param endpoint answers on threads that may be blocked
   * @throws IllegalStateException when it cannot; the message says which setting is about it
   */
  public static ReportServer start(
      Vertx vertx,
      String host,
      int port,
      Function<IncomingReport, Answer> endpoint,
      CertificateSource certificates,
      ServerLimits limits,
      InstantSource clock) {
    HttpServerOptions options =
        new HttpServerOptions()
            .setHost(host)
            .setPort(port)
            .setSsl(true)
            .setUseAlpn(false)
            .setMaxHeaderSize(MAX_HEADER_BYTES)
            .setHandle100ContinueAutomatically(false);
    ReportServer started = new ReportServer(vertx, endpoint, certificates, options, limits, clock);
    try {
      started.server.listen().toCompletionStage().toCompletableFuture().join();
      LOG.info("reports are taken on {}:{}", host, started.port());
      return started;
    } catch (RuntimeException e) {
      started.close();
      throw new IllegalStateException(
          "cannot listen for reports on %s:%d (groma.report.host, groma.report.port)"
              .formatted(host, port),
          e);
    }
  }

  /** The port it listens on. */
  public int port() {
    return server.actualPort();
  }

  /** The certificates by which clients know this server now, as PEM. */
  public String authorityPem() {
    return shown.authorityPem();
  }

  /** Shows the newest certificate from now on. New connections get it, old ones go on. */
  void renewCertificate() {
    try {
      ServerCertificate newest = certificates.at(clock.instant());
      if (!newest.equals(shown)) {
        await(server.updateSSLOptions(new SSLOptions().setKeyCertOptions(keys(newest))));
        shown = newest;
        LOG.info("a new certificate is shown");
      }
    } catch (RuntimeException e) {
      LOG.error("the certificate of the report endpoint cannot be renewed", e);
    }
  }

  private static <T> void await(Future<T> future) {
    future.toCompletionStage().toCompletableFuture().join();
  }

  private static PemKeyCertOptions keys(ServerCertificate certificate) {
    return new PemKeyCertOptions()
        .setCertValue(Buffer.buffer(certificate.chainPem()))
        .setKeyValue(Buffer.buffer(certificate.keyPem()));
  }

  private void connected(HttpConnection connection) {
    if (connections.size() >= limits.connections()) {
      connection.close();
      return;
    }
    ConnectionWatch watch = new ConnectionWatch(vertx, connection, limits.patience());
    connections.put(connection, watch);
    connection.closeHandler(ignored -> {
      watch.stop();
      connections.remove(connection);
    });
    watch.awaitRequest();
  }

  private void requested(HttpServerRequest request) {
    VertxReport report = new VertxReport(request, vertx.getOrCreateContext());
    ConnectionWatch watch = connections.get(request.connection());
    if (watch != null) {
      watch.stop();
      request.response().endHandler(ignored -> watch.awaitRequest());
    }
    if (requests.tryAcquire()) {
      threads.execute(() -> answer(report));
    } else {
      report.send(Answer.refused(Refusal.Busy, "too many reports at once"));
    }
  }

  private void answer(VertxReport report) {
    try {
      report.send(endpoint.apply(report));
    } finally {
      requests.release();
    }
  }

  /** Ends all connections. */
  @Override
  public void close() {
    vertx.cancelTimer(renewalTimer);
    await(server.close());
    threads.close();
  }
}
