package dev.groma.engine;

import java.io.IOException;
import java.io.OutputStream;

/** Where an engine writes its artifacts. */
@FunctionalInterface
public interface ArtifactSink {

  /**
   * Opens one artifact; the engine closes it before it opens the next.
   *
   * @param name a file name without folders, such as {@code rooms.geojson}; each name at most once
   * @param mediaType such as {@code application/geo+json}
   */
  OutputStream create(String name, String mediaType) throws IOException;
}
