package dev.groma.runner.pod;

import dev.groma.api.runner.JobReference;
import dev.groma.api.runner.RequestOutput;
import dev.groma.api.runner.RequestReport;
import dev.groma.api.runner.RunnerRequest;
import dev.groma.runner.endpoint.ConfigMapArtifactStore;
import dev.groma.runner.endpoint.ReportEndpoint;
import dev.groma.runner.s3.LazyObjectStorage;
import dev.groma.runner.s3.S3ArtifactStore;
import dev.groma.runner.transfer.ArtifactStore;
import dev.groma.runner.transfer.Patience;
import dev.groma.runner.transfer.TransferException;
import dev.groma.runner.volume.VolumeArtifactStore;
import java.net.URI;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/** Where a request wants its artifacts, and how it reaches the operator. */
final class RequestStores {

  private RequestStores() {}

  /** The report endpoint; none where the request names none. */
  static Optional<ReportEndpoint> endpoint(Path folder, RunnerRequest request) {
    RequestReport report = request.report();
    if (report == null) {
      return Optional.empty();
    }
    JobReference job = request.job();
    String base = report.url().endsWith("/") ? report.url() : report.url() + "/";
    URI attempt =
        URI.create(
            "%sv1/attempts/%s/%s/%s/%d"
                .formatted(base, job.namespace(), job.name(), job.uid(), request.attempt()));
    return Optional.of(
        new ReportEndpoint(
            attempt, folder.resolve(report.tokenFile()), folder.resolve(report.caFile())));
  }

  /** The store; none where artifacts stay in the folder that the runner writes to. */
  static Optional<ArtifactStore> store(
      RunnerRequest request, Optional<ReportEndpoint> endpoint, LazyObjectStorage storage)
      throws TransferException {
    RequestOutput output = request.output();
    if (output == null) {
      return Optional.empty();
    }
    return Optional.of(
        switch (output.sink()) {
          case ConfigMap ->
              new ConfigMapArtifactStore(endpoint.orElseThrow(), Patience.UNTIL_STOPPED);
          case S3 ->
              new S3ArtifactStore(
                  storage.get(),
                  Objects.requireNonNull(output.bucket()),
                  Objects.requireNonNull(output.prefix()));
          case Volume -> VolumeArtifactStore.at(Path.of(Objects.requireNonNull(output.folder())));
        });
  }
}
