package dev.groma.operator.attempt;

import dev.groma.operator.OperatorConfig;
import io.fabric8.kubernetes.api.model.LocalObjectReference;
import io.fabric8.kubernetes.api.model.Quantity;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the operator's settings say about runner Pods, checked.
 *
 * @param image of the runner
 * @param imagePullPolicy null to leave it to the API server
 * @param imagePullSecrets names of Secrets in the job's namespace
 * @param serviceAccount of the Pods; null for the namespace's default
 * @param terminationGracePeriod between SIGTERM and SIGKILL, whole seconds
 * @param cpu reserved
 * @param memory reserved, and the limit
 * @param output size limit of the folder for artifacts
 * @param scratch size limit of the folder for temporary files
 * @param s3 how runners reach S3
 */
public record PodSettings(
    String image,
    @Nullable String imagePullPolicy,
    List<String> imagePullSecrets,
    @Nullable String serviceAccount,
    Duration terminationGracePeriod,
    Quantity cpu,
    Quantity memory,
    Quantity output,
    Quantity scratch,
    S3Settings s3) {

  /** Copies the list. */
  public PodSettings {
    imagePullSecrets = List.copyOf(imagePullSecrets);
    if (image.isBlank()) {
      throw new IllegalArgumentException("groma.runner.image is blank: name the runner's image");
    }
    if (terminationGracePeriod.isNegative()) {
      throw new IllegalArgumentException(
          "groma.runner.termination-grace-period must not be negative, was "
              + terminationGracePeriod);
    }
  }

  /**
   * Reads the settings.
   *
   * @throws IllegalArgumentException when one makes no sense; the message names it
   */
  public static PodSettings of(OperatorConfig.Runner config, OperatorConfig.S3 s3) {
    OperatorConfig.Resources resources = config.resources();
    return new PodSettings(
        config.image(),
        config.imagePullPolicy().orElse(null),
        config.imagePullSecrets().orElse(List.of()),
        config.serviceAccount().orElse(null),
        config.terminationGracePeriod(),
        quantity("cpu", resources.cpu()),
        quantity("memory", resources.memory()),
        quantity("output", resources.output()),
        quantity("scratch", resources.scratch()),
        new S3Settings(s3.endpoint(), s3.region(), s3.pathStyle(), s3.credentialsSecret()));
  }

  private static Quantity quantity(String name, String text) {
    try {
      Quantity quantity = Quantity.parse(text);
      if (quantity.getNumericalAmount().signum() <= 0) {
        throw new IllegalArgumentException("not more than 0");
      }
      return quantity;
    } catch (IllegalArgumentException | ArithmeticException wrong) {
      throw new IllegalArgumentException(
          "groma.runner.resources.%s must be a positive Kubernetes quantity such as 500m or 1Gi, was %s"
              .formatted(name, text),
          wrong);
    }
  }

  List<LocalObjectReference> pullSecrets() {
    return imagePullSecrets.stream().map(LocalObjectReference::new).toList();
  }
}
