package dev.groma.runner.endpoint;

import dev.groma.api.runner.RunnerContract;
import dev.groma.runner.transfer.FileWords;
import dev.groma.runner.transfer.TransferException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The operator's report endpoint for one attempt. Token and authority are read anew for every
 * request: the kubelet exchanges the one within the hour, the operator the other when it likes.
 */
public final class ReportEndpoint implements AutoCloseable {

  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);

  private final URI attempt;
  private final Path tokenFile;
  private final Path caFile;
  private @Nullable HttpClient client;
  private String trusted = "";

  /**
   * An endpoint that nothing is asked of yet.
   *
   * @param attempt the URL of the attempt, without a slash at its end
   * @param tokenFile holds the Pod's token
   * @param caFile holds the certificates of the authorities that vouch for the endpoint, in PEM
   */
  public ReportEndpoint(URI attempt, Path tokenFile, Path caFile) {
    this.attempt = attempt;
    this.tokenFile = tokenFile;
    this.caFile = caFile;
  }

  /**
   * Posts a document.
   *
   * @param resource below the attempt, such as {@code progress}
   * @param document of the runner contract
   * @param timeout of the whole exchange
   * @throws IOException when there was no answer
   * @throws TransferException when token or certificates cannot be read
   */
  ReportAnswer post(String resource, Object document, Duration timeout)
      throws IOException, InterruptedException, TransferException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(attempt + "/" + resource))
            .timeout(timeout)
            .header("Authorization", "Bearer " + read(tokenFile, "the token").strip())
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(RunnerContract.canonicalJson(document)))
            .build();
    HttpResponse<String> response = client().send(request, HttpResponse.BodyHandlers.ofString());
    return new ReportAnswer(
        response.statusCode(),
        response.headers().firstValue("Retry-After").orElse(""),
        response.body());
  }

  private synchronized HttpClient client() throws TransferException {
    String authorities = read(caFile, "the certificates");
    HttpClient current = client;
    if (current != null && authorities.equals(trusted)) {
      return current;
    }
    try {
      HttpClient fresh =
          HttpClient.newBuilder()
              .version(HttpClient.Version.HTTP_1_1)
              .connectTimeout(CONNECT_TIMEOUT)
              .followRedirects(HttpClient.Redirect.NEVER)
              .proxy(HttpClient.Builder.NO_PROXY)
              .sslContext(Trust.in(authorities))
              .build();
      close();
      client = fresh;
      trusted = authorities;
      return fresh;
    } catch (IOException unusable) {
      throw TransferException.unreachable("%s: %s".formatted(caFile, unusable.getMessage()));
    }
  }

  private static String read(Path file, String what) throws TransferException {
    try {
      return Files.readString(file);
    } catch (IOException unreadable) {
      throw TransferException.unreachable(
          "%s for the operator's report endpoint: %s".formatted(what, FileWords.of(unreadable)));
    }
  }

  /** For a sentence. */
  String describe() {
    return attempt.getScheme() + "://" + attempt.getAuthority();
  }

  /** Ends connections at once; a request that is under way fails. */
  @Override
  public synchronized void close() {
    if (client != null) {
      client.shutdownNow();
      client = null;
    }
  }
}
