package dev.groma.cluster;

import dev.groma.cluster.pki.Identity;
import dev.groma.cluster.pki.TlsContexts;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Asks one health endpoint over TLS. */
final class Probe implements AutoCloseable {
  private final HttpClient client;
  private final HttpRequest request;

  Probe(String uri, Identity authority, Identity self) {
    client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .sslContext(TlsContexts.of(authority, self))
            .build();
    request = HttpRequest.newBuilder(URI.create(uri)).timeout(Duration.ofSeconds(10)).build();
  }

  /** Whether the endpoint answers 200 now. */
  boolean isReady() {
    try {
      return client.send(request, BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
