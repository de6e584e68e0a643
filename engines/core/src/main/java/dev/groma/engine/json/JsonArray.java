package dev.groma.engine.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;

/** An array that is being read, element by element. */
public final class JsonArray {

  private final JsonParser parser;
  private boolean begun;

  JsonArray(JsonParser parser) {
    this.parser = parser;
  }

  /** Moves the reader on to the next element; false at the end of the array. */
  public boolean next() throws IOException {
    if (begun) {
      parser.skipChildren();
    }
    begun = true;
    return parser.nextToken() != JsonToken.END_ARRAY;
  }
}
