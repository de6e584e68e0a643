package dev.groma.api.runner;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * An artifact as the runner reports it.
 *
 * @param name file name without folders
 * @param mediaType such as {@code application/geo+json}
 * @param bytes size, 0 or more
 * @param sha256 of the bytes, 64 lower-case hexadecimal digits
 */
public record ResultArtifact(
    @JsonProperty(required = true) String name,
    @JsonProperty(required = true) String mediaType,
    @JsonProperty(required = true) long bytes,
    @JsonProperty(required = true) String sha256) {

  public ResultArtifact {
    RunnerDocuments.required(name, "name");
    RunnerDocuments.required(mediaType, "mediaType");
    RunnerDocuments.required(sha256, "sha256");
  }
}
