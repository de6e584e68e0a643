package dev.groma.cluster.local;

import java.util.List;
import java.util.Map;

/**
 * What stands for a container image on this machine.
 *
 * @param name image name without tag and digest, for example {@code groma-runner}; an image of a
 *     registry matches by its last path segment
 * @param entrypoint program and first arguments; a container's {@code args} follow, a container's
 *     {@code command} takes its place
 * @param environment environment of the image; PATH is that of this JVM unless given
 */
public record LocalImage(String name, List<String> entrypoint, Map<String, String> environment) {

  /** Copies the collections. */
  public LocalImage {
    entrypoint = List.copyOf(entrypoint);
    environment = Map.copyOf(environment);
  }

  /** An image without an environment of its own. */
  public LocalImage(String name, List<String> entrypoint) {
    this(name, entrypoint, Map.of());
  }

  /** Whether a container that asks for this image is meant. */
  boolean matches(String image) {
    String repository = image.replaceFirst("@.*$", "").replaceFirst(":[^/:]*$", "");
    return repository.equals(name) || repository.endsWith("/" + name);
  }
}
