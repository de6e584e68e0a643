package dev.groma.cluster.local;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.Resource;
import java.net.HttpURLConnection;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads ConfigMaps and Secrets of one namespace with the rights of the kubelet. */
final class KeyedData {
  private final KubernetesClient kubelet;
  private final String namespace;

  KeyedData(KubernetesClient kubelet, String namespace) {
    this.kubelet = kubelet;
    this.namespace = namespace;
  }

  /** The entries of a ConfigMap, absent when it does not exist. */
  Optional<Map<String, byte[]>> configMap(String name) {
    return get(kubelet.configMaps().inNamespace(namespace).withName(name), "configmap", name)
        .map(KeyedData::entries);
  }

  /** The entries of a Secret, absent when it does not exist. */
  Optional<Map<String, byte[]>> secret(String name) {
    return get(kubelet.secrets().inNamespace(namespace).withName(name), "secret", name)
        .map(KeyedData::entries);
  }

  private static <T extends HasMetadata> Optional<T> get(
      Resource<T> resource, String kind, String name) {
    try {
      return Optional.ofNullable(resource.get());
    } catch (KubernetesClientException e) {
      String message = "cannot read %s \"%s\": %s".formatted(kind, name, e.getMessage());
      // The authorizer of nodes learns of a binding a moment after it was made.
      throw e.getCode() == HttpURLConnection.HTTP_BAD_REQUEST
          ? NotReadyException.missing(message)
          : NotReadyException.soon(message);
    }
  }

  private static Map<String, byte[]> entries(ConfigMap map) {
    var entries = new TreeMap<String, byte[]>();
    orEmpty(map.getData())
        .forEach((key, text) -> entries.put(key, text.getBytes(StandardCharsets.UTF_8)));
    orEmpty(map.getBinaryData())
        .forEach((key, text) -> entries.put(key, Base64.getDecoder().decode(text)));
    return entries;
  }

  private static Map<String, byte[]> entries(Secret secret) {
    var entries = new TreeMap<String, byte[]>();
    orEmpty(secret.getData())
        .forEach((key, text) -> entries.put(key, Base64.getDecoder().decode(text)));
    return entries;
  }

  private static Map<String, String> orEmpty(@Nullable Map<String, String> map) {
    return map == null ? Map.of() : map;
  }
}
