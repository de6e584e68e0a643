package dev.groma.engine.json;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** An array that is being read, element by element. */
public final class JsonArray {

  private final JsonReader reader;
  private final JsonParser parser;
  private final @Nullable JsonStreamContext parent;
  private final JsonLocation start;
  private boolean begun;

  JsonArray(JsonReader reader, JsonParser parser) {
    this.reader = reader;
    this.parser = parser;
    parent = parser.getParsingContext().getParent();
    start = parser.currentTokenLocation();
  }

  /** Moves the reader on to the next element; false at the end of the array. */
  public boolean next() throws IOException {
    if (begun) {
      parser.skipChildren();
    }
    begun = true;
    return parser.nextToken() != JsonToken.END_ARRAY;
  }

  /** Reports a problem with the array as a whole. */
  public void problem(String message) {
    if (!reader.countsOnly()) {
      reader.problem(place(), message);
    }
  }

  /** Where the array stands. */
  public Place place() {
    String path = JsonPath.of(parent);
    return new Place(path, start.getLineNr(), start.getColumnNr());
  }
}
