package dev.groma.operator.report.result;

import dev.groma.api.runner.ArtifactReport;
import dev.groma.api.runner.ReportedArtifact;
import dev.groma.operator.report.answer.Refusal;
import dev.groma.operator.report.answer.RefusedException;
import java.util.List;

/** An artifact whose size and digest are those of its content. */
final class VerifiedArtifact {

  private final String name;
  private final String sha256;
  private final byte[] content;

  private VerifiedArtifact(String name, String sha256, byte[] content) {
    this.name = name;
    this.sha256 = sha256;
    this.content = content;
  }

  /**
   * Takes a report apart.
   *
   * @throws RefusedException when it is too large, or not true
   */
  static List<VerifiedArtifact> of(ArtifactReport report) {
    List<VerifiedArtifact> verified =
        report.artifacts().stream().map(VerifiedArtifact::of).toList();
    long bytes = verified.stream().mapToLong(artifact -> artifact.content.length).sum();
    if (bytes > ArtifactReport.CONTENT_MAX_BYTES) {
      throw new RefusedException(
          Refusal.ResultTooLarge,
          "the artifacts have %d bytes and a ConfigMap has room for %d; name S3 or a volume under spec.output"
              .formatted(bytes, ArtifactReport.CONTENT_MAX_BYTES));
    }
    return verified;
  }

  private static VerifiedArtifact of(ReportedArtifact artifact) {
    byte[] content;
    try {
      content = artifact.decoded();
    } catch (IllegalArgumentException e) {
      throw new RefusedException(
          Refusal.Malformed, "the content of %s is not base64".formatted(artifact.name()), e);
    }
    String sha256 = Digests.sha256(content);
    if (content.length != artifact.bytes() || !sha256.equals(artifact.sha256())) {
      throw new RefusedException(
          Refusal.WrongDigest,
          "%s is said to have %d bytes and SHA-256 %s, and has %d and %s"
              .formatted(
                  artifact.name(), artifact.bytes(), artifact.sha256(), content.length, sha256));
    }
    return new VerifiedArtifact(artifact.name(), sha256, content);
  }

  String name() {
    return name;
  }

  /** 64 lower-case hexadecimal digits. */
  String sha256() {
    return sha256;
  }

  /** Not to be changed. */
  byte[] content() {
    return content;
  }
}
