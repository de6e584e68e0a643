package dev.groma.api.runner;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * All artifacts of an attempt; what a runner sends to the operator's report endpoint when they are
 * to be kept in a ConfigMap.
 *
 * @param apiVersion {@link RunnerContract#API_VERSION}
 * @param kind {@code ArtifactReport}
 * @param artifacts 1 to {@link #MAX_ARTIFACTS} of different names, {@code result.json} last
 */
public record ArtifactReport(
    @JsonProperty(required = true) String apiVersion,
    @JsonProperty(required = true) String kind,
    @JsonProperty(required = true) List<ReportedArtifact> artifacts) {

  public static final String KIND = "ArtifactReport";

  /**
   * The room for the contents of all artifacts together, in bytes: a ConfigMap takes 1 MiB, names
   * included, and what is written around it by others has to fit, too.
   */
  public static final int CONTENT_MAX_BYTES = 900 * 1024;

  /** The most artifacts that one job can have. */
  public static final int MAX_ARTIFACTS = 64;

  public ArtifactReport {
    RunnerDocuments.check(apiVersion, kind, KIND);
    artifacts = List.copyOf(RunnerDocuments.required(artifacts, "artifacts"));
    if (artifacts.isEmpty() || artifacts.size() > MAX_ARTIFACTS) {
      throw new IllegalArgumentException(
          "there must be 1 to %d artifacts, were %d".formatted(MAX_ARTIFACTS, artifacts.size()));
    }
    Set<String> names = new HashSet<>();
    artifacts.forEach(artifact -> {
      if (!names.add(artifact.name())) {
        throw new IllegalArgumentException("two artifacts are named " + artifact.name());
      }
    });
  }

  /** A report of the current version. */
  public static ArtifactReport of(List<ReportedArtifact> artifacts) {
    return new ArtifactReport(RunnerContract.API_VERSION, KIND, artifacts);
  }
}
