package dev.groma.images.training;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.groma.api.runner.ArtifactReceipt;
import dev.groma.api.runner.RunnerContract;
import dev.groma.cluster.pki.CertificateAuthority;
import dev.groma.cluster.pki.TlsContexts;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A report endpoint on the loopback interface that takes everything. */
final class ReportDouble implements AutoCloseable {

  private final CertificateAuthority authority = CertificateAuthority.create("rehearsal");
  private final HttpsServer server;

  ReportDouble() throws IOException {
    server = HttpsServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
    server.setHttpsConfigurator(
        new HttpsConfigurator(
            TlsContexts.of(
                authority.self(), authority.issueServer("report", List.of(), List.of()))));
    server.createContext("/", ReportDouble::take);
    server.start();
  }

  private static void take(HttpExchange exchange) throws IOException {
    try (exchange) {
      exchange.getRequestBody().readAllBytes();
      byte[] receipt =
          RunnerContract.canonicalJson(new ArtifactReceipt("rehearsal", List.of()))
              .getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(200, receipt.length);
      try (OutputStream body = exchange.getResponseBody()) {
        body.write(receipt);
      }
    }
  }

  URI url() {
    return URI.create("https://127.0.0.1:" + server.getAddress().getPort());
  }

  /** The certificate that vouches for it. */
  String authorityPem() {
    return authority.self().certificatePem();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
