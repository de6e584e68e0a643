package dev.groma.engine.json;

import com.fasterxml.jackson.core.JsonStreamContext;
import org.jspecify.annotations.Nullable;

/** Where in a document a parser stands, such as {@code walls[3].end[0]}. */
final class JsonPath {

  private JsonPath() {}

  /** The path that leads to the current value of a context, through all contexts around it. */
  static String of(@Nullable JsonStreamContext context) {
    StringBuilder path = new StringBuilder();
    append(path, context);
    return path.toString();
  }

  private static void append(StringBuilder path, @Nullable JsonStreamContext context) {
    if (context == null) {
      return;
    }
    append(path, context.getParent());
    if (context.inArray() && context.hasCurrentIndex()) {
      path.append('[').append(context.getCurrentIndex()).append(']');
    } else if (context.inObject() && context.getCurrentName() != null) {
      path.append(path.isEmpty() ? "" : ".").append(Quoted.bare(context.getCurrentName()));
    }
  }
}
