package dev.groma.engine.json;

import dev.groma.engine.EngineException;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Reads the one value of a document.
 *
 * @param <T> what the document says
 */
@FunctionalInterface
public interface DocumentReader<T> {

  /**
   * Reads the value at hand. What is wrong with it goes to the reader as a problem, and the reading
   * goes on; the result of a document with problems is thrown away and may be null.
   */
  @Nullable T read(JsonReader json) throws IOException, EngineException;
}
