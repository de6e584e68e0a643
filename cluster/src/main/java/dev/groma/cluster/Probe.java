package dev.groma.cluster;

import dev.groma.cluster.pki.Identity;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.time.Duration;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Asks one health endpoint over TLS. */
final class Probe implements AutoCloseable {
  private static final char[] NO_PASSWORD = {};

  private final HttpClient client;
  private final HttpRequest request;

  Probe(String uri, Identity authority, Identity self) {
    client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .sslContext(context(authority, self))
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

  private static SSLContext context(Identity authority, Identity self) {
    try {
      KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
      trusted.load(null, NO_PASSWORD);
      trusted.setCertificateEntry("ca", authority.certificate());
      KeyStore own = KeyStore.getInstance(KeyStore.getDefaultType());
      own.load(null, NO_PASSWORD);
      own.setKeyEntry("self", self.key(), NO_PASSWORD, new Certificate[] {self.certificate()});
      var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trust.init(trusted);
      var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      keys.init(own, NO_PASSWORD);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
      return context;
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("cannot set up TLS", e);
    }
  }
}
