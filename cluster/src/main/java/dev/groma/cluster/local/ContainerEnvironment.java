package dev.groma.cluster.local;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvFromSource;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.EnvVarSource;
import io.fabric8.kubernetes.api.model.Pod;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The environment of one container: the image's, then {@code envFrom}, then {@code env}. */
final class ContainerEnvironment {
  private final Pod pod;
  private final KeyedData data;

  ContainerEnvironment(Pod pod, KeyedData data) {
    this.pod = pod;
    this.data = data;
  }

  /**
   * The variables in the order in which they were defined.
   *
   * @param base variables of image and node
   * @throws NotReadyException when a ConfigMap or Secret, or a key of it, is not there
   */
  Map<String, String> of(Container container, Map<String, String> base) {
    var variables = new LinkedHashMap<>(base);
    container.getEnvFrom().forEach(source -> addAll(source, variables));
    for (EnvVar variable : container.getEnv()) {
      String value = value(container, variable, variables);
      if (value != null) {
        variables.put(variable.getName(), value);
      }
    }
    return variables;
  }

  private void addAll(EnvFromSource source, Map<String, String> variables) {
    String prefix = Objects.requireNonNullElse(source.getPrefix(), "");
    Optional<Map<String, byte[]>> entries = Optional.empty();
    if (source.getConfigMapRef() != null) {
      var ref = source.getConfigMapRef();
      entries =
          present(data.configMap(ref.getName()), "configmap", ref.getName(), ref.getOptional());
    } else if (source.getSecretRef() != null) {
      var ref = source.getSecretRef();
      entries = present(data.secret(ref.getName()), "secret", ref.getName(), ref.getOptional());
    }
    entries.ifPresent(map -> map.forEach((key, value) -> variables.put(prefix + key, text(value))));
  }

  private @Nullable String value(
      Container container, EnvVar variable, Map<String, String> variables) {
    EnvVarSource source = variable.getValueFrom();
    if (source == null) {
      return Expansion.expand(Objects.requireNonNullElse(variable.getValue(), ""), variables);
    }
    if (source.getFieldRef() != null) {
      return FieldPaths.field(pod, source.getFieldRef().getFieldPath());
    }
    if (source.getResourceFieldRef() != null) {
      return FieldPaths.resource(container, source.getResourceFieldRef());
    }
    if (source.getConfigMapKeyRef() != null) {
      var ref = source.getConfigMapKeyRef();
      return key(
          data.configMap(ref.getName()),
          "configmap",
          ref.getName(),
          ref.getKey(),
          ref.getOptional());
    }
    if (source.getSecretKeyRef() != null) {
      var ref = source.getSecretKeyRef();
      return key(
          data.secret(ref.getName()), "secret", ref.getName(), ref.getKey(), ref.getOptional());
    }
    throw new IllegalArgumentException(
        "variable " + variable.getName() + " has a source that process pods do not know");
  }

  private static @Nullable String key(
      Optional<Map<String, byte[]>> entries,
      String kind,
      String name,
      String key,
      @Nullable Boolean optional) {
    Optional<String> value =
        present(entries, kind, name, optional)
            .flatMap(map -> Optional.ofNullable(map.get(key)))
            .map(ContainerEnvironment::text);
    if (value.isEmpty() && !Boolean.TRUE.equals(optional)) {
      throw NotReadyException.missing(
          "couldn't find key %s in %s \"%s\"".formatted(key, kind, name));
    }
    return value.orElse(null);
  }

  private static Optional<Map<String, byte[]>> present(
      Optional<Map<String, byte[]>> entries, String kind, String name, @Nullable Boolean optional) {
    if (entries.isEmpty() && !Boolean.TRUE.equals(optional)) {
      throw NotReadyException.missing("%s \"%s\" not found".formatted(kind, name));
    }
    return entries;
  }

  private static String text(byte[] value) {
    return new String(value, StandardCharsets.UTF_8);
  }
}
