package dev.groma.cluster.local;

import io.fabric8.kubernetes.api.model.DownwardAPIVolumeFile;
import io.fabric8.kubernetes.api.model.KeyToPath;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.ServiceAccountTokenProjection;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeProjection;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes the volumes of one Pod: one folder each, below the Pod's. */
final class Volumes {
  private final Pod pod;
  private final KeyedData data;
  private final Tokens tokens;
  private final Path folder;

  Volumes(Pod pod, KeyedData data, Tokens tokens, Path folder) {
    this.pod = pod;
    this.data = data;
    this.tokens = tokens;
    this.folder = folder;
  }

  /** Where a volume is, or will be. */
  Path path(String volume) {
    return folder.resolve(volume);
  }

  /**
   * Makes all volumes, again where an earlier call gave up half-way.
   *
   * @throws NotReadyException when a ConfigMap or Secret, or a key of it, is not there
   * @throws IllegalArgumentException when a volume is of a kind that process pods do not have
   */
  void make() {
    pod.getSpec().getVolumes().forEach(this::make);
  }

  /** Whether a volume of this name can never be written to by its container. */
  boolean isReadOnly(String name) {
    return pod.getSpec().getVolumes().stream()
        .filter(volume -> volume.getName().equals(name))
        .noneMatch(volume -> volume.getEmptyDir() != null);
  }

  private void make(Volume volume) {
    Path path = path(volume.getName());
    createFolder(path);
    try {
      fill(volume, path);
    } catch (NotReadyException e) {
      String message =
          "MountVolume.SetUp failed for volume \"%s\" : %s"
              .formatted(volume.getName(), e.getMessage());
      throw e.isWorthAnEvent()
          ? NotReadyException.missing(message)
          : NotReadyException.soon(message);
    }
  }

  private void fill(Volume volume, Path path) {
    if (volume.getEmptyDir() != null) {
      return;
    }
    if (volume.getConfigMap() != null) {
      var source = volume.getConfigMap();
      configMap(path, source.getName(), source.getItems(), source.getOptional());
    } else if (volume.getSecret() != null) {
      var source = volume.getSecret();
      secret(path, source.getSecretName(), source.getItems(), source.getOptional());
    } else if (volume.getDownwardAPI() != null) {
      volume.getDownwardAPI().getItems().forEach(item -> downward(path, item));
    } else if (volume.getProjected() != null) {
      volume.getProjected().getSources().forEach(source -> project(path, source));
    } else {
      throw new IllegalArgumentException(
          "process pods have no volumes of the kind of \""
              + volume.getName()
              + "\"; they have emptyDir, configMap, secret, downwardAPI and projected");
    }
  }

  private void project(Path path, VolumeProjection source) {
    if (source.getConfigMap() != null) {
      var map = source.getConfigMap();
      configMap(path, map.getName(), map.getItems(), map.getOptional());
    }
    if (source.getSecret() != null) {
      var secret = source.getSecret();
      secret(path, secret.getName(), secret.getItems(), secret.getOptional());
    }
    if (source.getDownwardAPI() != null) {
      source.getDownwardAPI().getItems().forEach(item -> downward(path, item));
    }
    if (source.getServiceAccountToken() != null) {
      ServiceAccountTokenProjection token = source.getServiceAccountToken();
      write(path.resolve(token.getPath()), bytes(tokens.issue(token)));
    }
  }

  private void configMap(
      Path path, String name, List<KeyToPath> items, @Nullable Boolean optional) {
    files(path, data.configMap(name), "configmap", name, items, optional);
  }

  private void secret(Path path, String name, List<KeyToPath> items, @Nullable Boolean optional) {
    files(path, data.secret(name), "secret", name, items, optional);
  }

  private static void files(
      Path path,
      Optional<Map<String, byte[]>> found,
      String kind,
      String name,
      List<KeyToPath> items,
      @Nullable Boolean optional) {
    boolean required = !Boolean.TRUE.equals(optional);
    if (found.isEmpty() && required) {
      throw NotReadyException.missing("%s \"%s\" not found".formatted(kind, name));
    }
    Map<String, byte[]> entries = found.orElse(Map.of());
    if (items.isEmpty()) {
      entries.forEach((key, value) -> write(path.resolve(key), value));
    }
    for (KeyToPath item : items) {
      byte[] value = entries.get(item.getKey());
      if (value != null) {
        write(path.resolve(item.getPath()), value);
      } else if (required) {
        throw NotReadyException.missing(
            "%s references non-existent key: %s".formatted(kind, item.getKey()));
      }
    }
  }

  private void downward(Path path, DownwardAPIVolumeFile item) {
    String value;
    if (item.getFieldRef() != null) {
      value = FieldPaths.field(pod, item.getFieldRef().getFieldPath());
    } else {
      var selector = item.getResourceFieldRef();
      value =
          pod.getSpec().getContainers().stream()
              .filter(container -> container.getName().equals(selector.getContainerName()))
              .findFirst()
              .map(container -> FieldPaths.resource(container, selector))
              .orElse("");
    }
    write(path.resolve(item.getPath()), bytes(value));
  }

  private static void write(Path file, byte[] content) {
    try {
      Path parent = file.getParent();
      if (parent != null) {
        Files.createDirectories(parent);
      }
      Files.write(file, content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void createFolder(Path path) {
    try {
      Files.createDirectories(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
