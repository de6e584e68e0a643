package dev.groma.operator.report;

import com.github.benmanes.caffeine.cache.Ticker;
import dev.groma.operator.attempt.ReportAccess;
import dev.groma.operator.report.admission.Admission;
import dev.groma.operator.report.admission.AttemptObjects;
import dev.groma.operator.report.admission.LiveObjects;
import dev.groma.operator.report.caller.ApiTokenReviewer;
import dev.groma.operator.report.caller.Callers;
import dev.groma.operator.report.http.ReportServer;
import dev.groma.operator.report.http.ServerLimits;
import dev.groma.operator.report.progress.ProgressWriter;
import dev.groma.operator.report.result.ResultStore;
import dev.groma.operator.report.tls.AuthorityStore;
import dev.groma.operator.report.tls.CertificateSource;
import dev.groma.operator.report.tls.IssuedCertificates;
import dev.groma.operator.report.tls.SharedAuthority;
import dev.groma.operator.telemetry.OperatorMetrics;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.vertx.core.Vertx;
import java.time.InstantSource;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The report endpoint of one replica, put together and running. */
public final class RunningReports implements AutoCloseable {

  private final ReportSettings settings;
  private final ReportServer server;
  private final ExecutorService reviews;

  private RunningReports(ReportSettings settings, ReportServer server, ExecutorService reviews) {
    this.settings = settings;
    this.server = server;
    this.reviews = reviews;
  }

  /**
   * Starts it and waits until it listens.
   *
   * @param cached where the objects of attempts are looked up first
   * @throws IllegalStateException when there is no certificate or the port is taken; the message
   *     says which setting is about it
   */
  public static RunningReports start(
      ReportSettings settings,
      Vertx vertx,
      KubernetesClient client,
      AttemptObjects cached,
      OperatorMetrics metrics,
      InstantSource clock) {
    ExecutorService reviews = Executors.newVirtualThreadPerTaskExecutor();
    ReportEndpoint endpoint =
        new ReportEndpoint(
            new Callers(
                new ApiTokenReviewer(client, ReportAccess.AUDIENCE),
                ReportAccess.AUDIENCE,
                reviews,
                Ticker.systemTicker()),
            new Admission(cached, new LiveObjects(client, metrics)),
            new ProgressWriter(client, metrics),
            new ResultStore(client, metrics),
            settings.uploads(),
            metrics,
            clock);
    ReportServer server =
        ReportServer.start(
            vertx,
            settings.listen(),
            settings.port(),
            endpoint::answer,
            certificates(settings, client),
            ServerLimits.usual(),
            clock);
    return new RunningReports(settings, server, reviews);
  }

  private static CertificateSource certificates(ReportSettings settings, KubernetesClient client) {
    return settings
        .files()
        .map(CertificateSource.class::cast)
        .orElseGet(() ->
            new IssuedCertificates(
                settings
                    .namespace()
                    .<AuthorityStore>map(namespace -> new SharedAuthority(client, namespace))
                    .orElseGet(AuthorityStore::inMemory),
                settings.publicHost()));
  }

  /** How runners that start now reach it. */
  public ReportAccess access() {
    return new ReportAccess(
        settings.publicUrl(server.port()), server.authorityPem(), ReportAccess.AUDIENCE);
  }

  @Override
  public void close() {
    server.close();
    reviews.close();
  }
}
