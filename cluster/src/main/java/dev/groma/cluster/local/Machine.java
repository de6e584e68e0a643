package dev.groma.cluster.local;

import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.List;
import java.util.Map;

/**
 * What all Pods of one node share.
 *
 * @param kubelet a client with the rights of the node
 * @param images what containers can be started
 * @param variables environment of every container
 * @param folders where files are
 * @param isolation how containers see their volumes
 */
record Machine(
    KubernetesClient kubelet,
    List<LocalImage> images,
    Map<String, String> variables,
    PodFolders folders,
    Isolation isolation) {

  /**
   * The local image that stands for a container's image.
   *
   * @throws IllegalArgumentException when there is none
   */
  LocalImage image(String name) {
    return images.stream()
        .filter(image -> image.matches(name))
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException(
                "no local command stands for image %s; there are %s"
                    .formatted(name, images.stream().map(LocalImage::name).toList())));
  }
}
