package dev.groma.operator.life;

import dev.groma.operator.LastWords;
import dev.groma.operator.attempt.DigestAnnotation;
import java.util.Map;

/** ConfigMaps of results. */
final class Results {

  private Results() {}

  /** With what the runner of {@link LastWords#success} says it has stored. */
  static StoredResult stored(int attempt) {
    return of(attempt, LastWords.SHA_256);
  }

  /** With this digest of the rooms. */
  static StoredResult of(int attempt, String digestOfRooms) {
    return new StoredResult(
        "flat-result",
        attempt,
        Map.of(
            DigestAnnotation.of("rooms.geojson"),
            digestOfRooms,
            DigestAnnotation.of("result.json"),
            LastWords.SHA_256));
  }
}
