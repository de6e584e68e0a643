package dev.groma.operator.report.result;

import dev.groma.api.layoutjob.LayoutJob;
import dev.groma.operator.attempt.AttemptLabels;
import dev.groma.operator.attempt.DigestAnnotation;
import dev.groma.operator.report.admission.AttemptPath;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Makes and recognises the ConfigMap of a result. */
final class ResultConfigMap {

  private static final int NAME_MAX_LENGTH = 253;
  private static final int UID_DIGITS = 8;

  private ResultConfigMap() {}

  /**
   * The names to try, in this order: the second is for when the first belongs to an earlier
   * attempt, to a predecessor of the same name, or to a stranger.
   */
  static List<String> names(AttemptPath path) {
    return List.of(name(path, "-result"), name(path, "-result-" + path.attempt()));
  }

  private static String name(AttemptPath path, String suffix) {
    if (path.job().length() + suffix.length() <= NAME_MAX_LENGTH) {
      return path.job() + suffix;
    }
    String digits = path.uid().replace("-", "");
    String end = "-" + digits.substring(0, Math.min(UID_DIGITS, digits.length())) + suffix;
    return path.job().substring(0, NAME_MAX_LENGTH - end.length()).replaceAll("[-.]+$", "") + end;
  }

  /** The ConfigMap of these artifacts: text as text, anything else as bytes. */
  static ConfigMap of(String name, AttemptPath path, List<VerifiedArtifact> artifacts) {
    String attempt = Integer.toString(path.attempt());
    Map<String, String> annotations = new TreeMap<>();
    annotations.put(AttemptLabels.LAYOUT_JOB, path.job());
    annotations.put(AttemptLabels.ATTEMPT, attempt);
    Map<String, String> text = new TreeMap<>();
    Map<String, String> bytes = new TreeMap<>();
    for (VerifiedArtifact artifact : artifacts) {
      annotations.put(DigestAnnotation.of(artifact.name()), artifact.sha256());
      text(artifact.content())
          .ifPresentOrElse(
              value -> text.put(artifact.name(), value),
              () ->
                  bytes.put(
                      artifact.name(), Base64.getEncoder().encodeToString(artifact.content())));
    }
    return new ConfigMapBuilder()
        .withNewMetadata()
        .withName(name)
        .withNamespace(path.namespace())
        .addToLabels("app.kubernetes.io/managed-by", "groma-operator")
        .addToLabels(AttemptLabels.LAYOUT_JOB_UID, path.uid())
        .addToLabels(AttemptLabels.ATTEMPT, attempt)
        .withAnnotations(annotations)
        .addNewOwnerReference()
        .withApiVersion(LayoutJob.API_VERSION)
        .withKind(LayoutJob.KIND)
        .withName(path.job())
        .withUid(path.uid())
        .withBlockOwnerDeletion(false)
        .endOwnerReference()
        .endMetadata()
        .withImmutable(true)
        .withData(text)
        .withBinaryData(bytes)
        .build();
  }

  /** Whether a ConfigMap is that of this attempt, whatever it holds. */
  static boolean isOf(ConfigMap found, AttemptPath path) {
    Map<String, String> annotations =
        Objects.requireNonNullElse(found.getMetadata().getAnnotations(), Map.of());
    return Objects.equals(found.getImmutable(), true)
        && Integer.toString(path.attempt()).equals(annotations.get(AttemptLabels.ATTEMPT))
        && found.getMetadata().getOwnerReferences().stream()
            .anyMatch(owner -> owner.getUid().equals(path.uid()));
  }

  /** Whether two ConfigMaps hold the same artifacts. */
  static boolean isSame(ConfigMap one, ConfigMap other) {
    return content(one.getData()).equals(content(other.getData()))
        && content(one.getBinaryData()).equals(content(other.getBinaryData()));
  }

  private static Map<String, String> content(@Nullable Map<String, String> data) {
    return Objects.requireNonNullElse(data, Map.of());
  }

  private static Optional<String> text(byte[] content) {
    try {
      return Optional.of(
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }
}
