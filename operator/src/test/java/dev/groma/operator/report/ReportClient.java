package dev.groma.operator.report;

import dev.groma.api.layoutjob.LayoutJob;
import dev.groma.api.runner.ArtifactReport;
import dev.groma.api.runner.ProgressReport;
import dev.groma.api.runner.ReportProblem;
import dev.groma.api.runner.ReportedArtifact;
import dev.groma.api.runner.ResultArtifact;
import dev.groma.api.runner.RunnerContract;
import dev.groma.operator.attempt.ReportAccess;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.HexFormat;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/** A runner's side of the wire. */
final class ReportClient implements AutoCloseable {

  private final String url;
  private final HttpClient http;

  ReportClient(ReportAccess access) {
    url = access.url();
    http =
        HttpClient.newBuilder()
            .sslContext(trusting(access.authorityPem()))
            .version(HttpClient.Version.HTTP_1_1)
            .build();
  }

  /** A context that trusts these certificates and no others. */
  static SSLContext trusting(String authorityPem) {
    try {
      KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
      trusted.load(null, null);
      int count = 0;
      for (Certificate certificate :
          CertificateFactory.getInstance("X.509")
              .generateCertificates(
                  new ByteArrayInputStream(authorityPem.getBytes(StandardCharsets.UTF_8)))) {
        trusted.setCertificateEntry("ca-" + count++, certificate);
      }
      TrustManagerFactory trust =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trust.init(trusted);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, trust.getTrustManagers(), null);
      return context;
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  static String path(LayoutJob job, int attempt, String kind) {
    return "/v1/attempts/%s/%s/%s/%d/%s"
        .formatted(
            job.getMetadata().getNamespace(),
            job.getMetadata().getName(),
            job.getMetadata().getUid(),
            attempt,
            kind);
  }

  Reply progress(LayoutJob job, int attempt, String token, int percent) {
    return post(
        path(job, attempt, "progress"),
        token,
        RunnerContract.canonicalJson(ProgressReport.of(percent, "tracing walls")));
  }

  Reply artifacts(LayoutJob job, int attempt, String token, ReportedArtifact... artifacts) {
    return post(
        path(job, attempt, "artifacts"),
        token,
        RunnerContract.canonicalJson(ArtifactReport.of(List.of(artifacts))));
  }

  static ReportedArtifact artifact(String name, byte[] content) {
    return ReportedArtifact.of(
        new ResultArtifact(name, "application/octet-stream", content.length, sha256(content)),
        content);
  }

  static ReportedArtifact artifact(String name, String content) {
    return artifact(name, content.getBytes(StandardCharsets.UTF_8));
  }

  static String sha256(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  Reply post(String path, @Nullable String token, String body) {
    return send(request(path, token, BodyPublishers.ofString(body)));
  }

  /** A request that a test may still change. */
  HttpRequest.Builder request(String path, @Nullable String token, BodyPublisher body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(url + path))
            .header("Content-Type", "application/json")
            .POST(body);
    return token == null ? request : request.header("Authorization", "Bearer " + token);
  }

  Reply send(HttpRequest.Builder request) {
    try {
      return new Reply(http.send(request.build(), HttpResponse.BodyHandlers.ofString()));
    } catch (IOException e) {
      throw new IllegalStateException("no answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    http.close();
  }

  /** What came back. */
  record Reply(HttpResponse<String> response) {

    int status() {
      return response.statusCode();
    }

    String body() {
      return response.body();
    }

    /** Status and kind of a refusal, such as {@code 403 WrongPod}. */
    String refusal() {
      ReportProblem problem = problem();
      return status() + " " + problem.type().replace(ReportProblem.TYPE_PREFIX, "");
    }

    ReportProblem problem() {
      return read(ReportProblem.class);
    }

    <T> T read(Class<T> type) {
      try {
        return RunnerContract.read(body(), type);
      } catch (IOException e) {
        throw new IllegalStateException(status() + " " + body(), e);
      }
    }
  }
}
