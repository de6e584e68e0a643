package dev.groma.cluster;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;

/** Groma's source folder, which holds what this library needs and does not carry in its jar. */
public final class SourceTree {
  private SourceTree() {}

  /**
   * The system property {@code groma.root}, else the nearest folder at or above the working folder
   * that holds {@code cluster/control-plane/build}.
   *
   * @throws ControlPlaneException when there is none
   */
  public static Path root() {
    Path start = Path.of(System.getProperty("groma.root", "")).toAbsolutePath().normalize();
    return Stream.iterate(start, Objects::nonNull, Path::getParent)
        .filter(folder -> Files.isExecutable(folder.resolve("cluster/control-plane/build")))
        .findFirst()
        .orElseThrow(() ->
            new ControlPlaneException(
                "no cluster/control-plane/build in or above "
                    + start
                    + "; set the system property groma.root to Groma's source folder"));
  }
}
