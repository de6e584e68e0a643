package dev.groma.api.runner;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * An artifact as the runner reports it.
 *
 * @param name file name without folders
 * @param mediaType such as {@code application/geo+json}
 * @param bytes size, 0 or more
 * @param sha256 of the bytes, 64 lower-case hexadecimal digits
 * @param uri where it is kept; null in {@code result.json}, which says nothing of places, and where
 *     it stays in the folder that the runner writes to
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ResultArtifact(
    @JsonProperty(required = true) String name,
    @JsonProperty(required = true) String mediaType,
    @JsonProperty(required = true) long bytes,
    @JsonProperty(required = true) String sha256,
    @Nullable String uri) {

  public ResultArtifact {
    RunnerDocuments.required(name, "name");
    RunnerDocuments.required(mediaType, "mediaType");
    RunnerDocuments.required(sha256, "sha256");
  }

  /** An artifact that is kept nowhere yet. */
  public ResultArtifact(String name, String mediaType, long bytes, String sha256) {
    this(name, mediaType, bytes, sha256, null);
  }

  /** The same artifact, kept in this place. */
  public ResultArtifact at(String place) {
    return new ResultArtifact(name, mediaType, bytes, sha256, place);
  }
}
