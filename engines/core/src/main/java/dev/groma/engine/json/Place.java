package dev.groma.engine.json;

import dev.groma.engine.Problem;

/**
 * Where a value stands in its document.
 *
 * @param path such as {@code walls[3].end}; empty for the whole document
 * @param line 1-based
 * @param column 1-based, in UTF-16 units
 */
public record Place(String path, int line, int column) {

  /** A problem with the value that stands here. */
  public Problem problem(String message) {
    return new Problem(path, line, column, message);
  }
}
