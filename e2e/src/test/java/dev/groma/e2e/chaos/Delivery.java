package dev.groma.e2e.chaos;

import dev.groma.api.runner.JobReference;
import dev.groma.api.runner.ResultArtifact;
import dev.groma.api.runner.RunnerContract;
import dev.groma.api.runner.RunnerRequest;
import dev.groma.cluster.node.PodTokens;
import dev.groma.cluster.scripted.Step;
import dev.groma.cluster.scripted.Steps;
import dev.groma.runner.endpoint.ConfigMapArtifactStore;
import dev.groma.runner.endpoint.ReportEndpoint;
import dev.groma.runner.transfer.Patience;
import dev.groma.runner.transfer.TransferException;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * Hands the artifacts of a Pod that only plays its part to the operator, with the runner's own
 * client and the Pod's own token, as that Pod was told to; but tells no progress.
 *
 * @param client of whoever may make tokens
 * @param folder for files
 */
record Delivery(KubernetesClient client, Path folder) {

  private static final String TEXT = "{}\n";
  private static final long TOKEN_SECONDS = 3600;

  /** Stores the artifacts of the Pod's attempt; what is left is to say so and end. */
  Step thenSuccess(Pod pod) {
    Map<String, String> annotations = pod.getMetadata().getAnnotations();
    try {
      RunnerRequest request =
          RunnerContract.read(annotations.get("groma.dev/request"), RunnerRequest.class);
      List<ResultArtifact> artifacts =
          List.of(
              artifact("rooms.geojson", "application/geo+json"),
              artifact("result.json", "application/json"));
      Path own = Files.createDirectories(folder.resolve(pod.getMetadata().getUid()));
      Path token =
          Files.writeString(
              own.resolve("token"), PodTokens.issue(client, pod, "groma-report", TOKEN_SECONDS));
      Path authority =
          Files.writeString(own.resolve("ca.crt"), annotations.get("groma.dev/report-ca"));
      try (ReportEndpoint endpoint = new ReportEndpoint(attempt(request), token, authority)) {
        return Steps.succeed(
            LastWords.success(
                request.job().uid(),
                request.attempt(),
                new ConfigMapArtifactStore(endpoint, Patience.USUAL).store(folder, artifacts)));
      }
    } catch (IOException | TransferException | GeneralSecurityException e) {
      throw new IllegalStateException("the artifacts of " + pod.getMetadata().getName(), e);
    }
  }

  private ResultArtifact artifact(String name, String mediaType)
      throws IOException, GeneralSecurityException {
    byte[] bytes = TEXT.getBytes(StandardCharsets.UTF_8);
    Files.write(folder.resolve(name), bytes);
    String sha256 = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    return new ResultArtifact(name, mediaType, bytes.length, sha256);
  }

  private static URI attempt(RunnerRequest request) {
    JobReference job = request.job();
    return URI.create(
        "%s/v1/attempts/%s/%s/%s/%d"
            .formatted(
                request.report().url(), job.namespace(), job.name(), job.uid(), request.attempt()));
  }
}
