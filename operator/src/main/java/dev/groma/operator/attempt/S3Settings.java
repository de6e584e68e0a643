package dev.groma.operator.attempt;

import io.fabric8.kubernetes.api.model.EnvFromSource;
import io.fabric8.kubernetes.api.model.EnvFromSourceBuilder;
import io.fabric8.kubernetes.api.model.EnvVar;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How runners reach S3.
 *
 * @param endpoint of another store than AWS; empty for AWS
 * @param region empty for what the Pod's environment says
 * @param pathStyle whether buckets stand in the path instead of the host name
 * @param credentialsSecret Secret in the job's namespace whose keys become the runner's
 *     environment, such as AWS_ACCESS_KEY_ID; empty where the Pod's identity is enough
 */
public record S3Settings(
    Optional<String> endpoint,
    Optional<String> region,
    boolean pathStyle,
    Optional<String> credentialsSecret) {

  /** The variables that tell a runner so. */
  List<EnvVar> environment() {
    return Stream.of(
            endpoint.map(it -> new EnvVar("GROMA_S3_ENDPOINT", it, null)),
            region.map(it -> new EnvVar("GROMA_S3_REGION", it, null)),
            Optional.of(new EnvVar("GROMA_S3_PATH_STYLE", Boolean.toString(pathStyle), null)))
        .flatMap(Optional::stream)
        .toList();
  }

  /** The Secret, as a source of variables. */
  List<EnvFromSource> secrets() {
    return credentialsSecret.stream()
        .map(name -> new EnvFromSourceBuilder().withNewSecretRef(name, false).build())
        .toList();
  }
}
