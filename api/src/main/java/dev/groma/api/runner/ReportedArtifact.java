package dev.groma.api.runner;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Base64;
import java.util.regex.Pattern;

/**
 * An artifact together with its content.
 *
 * @param name file name without folders, {@code [-._a-zA-Z0-9]{1,253}} and neither {@code .} nor
 *     {@code ..}: the key of a ConfigMap
 * @param mediaType such as {@code application/geo+json}
 * @param bytes size of the content, 0 or more
 * @param sha256 of the content, 64 lower-case hexadecimal digits
 * @param content in base64 with padding (RFC 4648 section 4)
 */
public record ReportedArtifact(
    @JsonProperty(required = true) String name,
    @JsonProperty(required = true) String mediaType,
    @JsonProperty(required = true) long bytes,
    @JsonProperty(required = true) String sha256,
    @JsonProperty(required = true) String content) {

  /** IsConfigMapKey of k8s.io/apimachinery, which also forbids what starts with two dots. */
  private static final Pattern NAME = Pattern.compile("(?!\\.$|\\.\\.)[-._a-zA-Z0-9]{1,253}");

  public ReportedArtifact {
    RunnerDocuments.required(name, "name");
    RunnerDocuments.required(mediaType, "mediaType");
    RunnerDocuments.required(sha256, "sha256");
    RunnerDocuments.required(content, "content");
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "the name of an artifact must match %s".formatted(NAME.pattern()));
    }
  }

  /**
   * An artifact with this content.
   *
   * @param artifact what is said of it
   * @param content its bytes
   */
  public static ReportedArtifact of(ResultArtifact artifact, byte[] content) {
    return new ReportedArtifact(
        artifact.name(),
        artifact.mediaType(),
        artifact.bytes(),
        artifact.sha256(),
        Base64.getEncoder().encodeToString(content));
  }

  /**
   * The content.
   *
   * @throws IllegalArgumentException when it is not base64
   */
  public byte[] decoded() {
    return Base64.getDecoder().decode(content);
  }

  /** Without the content, which is long and nobody's business. */
  @Override
  public String toString() {
    return "ReportedArtifact[%s, %s, %d bytes, %s]".formatted(name, mediaType, bytes, sha256);
  }
}
