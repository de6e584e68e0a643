package dev.groma.operator.life;

import java.util.Map;

/**
 * A ConfigMap with the artifacts of an attempt, as the report endpoint stored it.
 *
 * @param name of the ConfigMap
 * @param attempt that reported them
 * @param digests SHA-256 by the annotation that holds it
 */
public record StoredResult(String name, int attempt, Map<String, String> digests) {

  /** Copies the map. */
  public StoredResult {
    digests = Map.copyOf(digests);
  }
}
