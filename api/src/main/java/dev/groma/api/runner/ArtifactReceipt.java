package dev.groma.api.runner;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * Where the operator has put the artifacts of an attempt; its answer to an {@link ArtifactReport}.
 *
 * @param configMap name of the ConfigMap in the job's namespace
 * @param artifacts in the order of the report
 */
public record ArtifactReceipt(
    @JsonProperty(required = true) String configMap,
    @JsonProperty(required = true) List<Stored> artifacts) {

  public ArtifactReceipt {
    RunnerDocuments.required(configMap, "configMap");
    artifacts = List.copyOf(RunnerDocuments.required(artifacts, "artifacts"));
  }

  /**
   * One artifact in its place.
   *
   * @param name of the artifact
   * @param uri {@code configmap://NAMESPACE/NAME/KEY}
   */
  public record Stored(
      @JsonProperty(required = true) String name, @JsonProperty(required = true) String uri) {

    public Stored {
      RunnerDocuments.required(name, "name");
      RunnerDocuments.required(uri, "uri");
    }
  }
}
