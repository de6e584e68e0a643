package dev.groma.engine.json;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import dev.groma.engine.Problems;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An object that is being read, member by member.
 *
 * <p>A member whose value is null counts as absent, as many programs write it so. A member that
 * comes twice is a problem, and its second value is passed over.
 */
public final class JsonObject {

  private final JsonReader reader;
  private final JsonParser parser;
  private final Members members;
  private final @Nullable JsonStreamContext parent;
  private final JsonLocation start;
  private final @Nullable JsonLocation[] places;
  private final Map<String, Place> unknown = new LinkedHashMap<>(0);
  private long nulls;
  private boolean begun;

  JsonObject(JsonReader reader, JsonParser parser, Members members) {
    this.reader = reader;
    this.parser = parser;
    this.members = members;
    parent = parser.getParsingContext().getParent();
    start = parser.currentTokenLocation();
    places = new JsonLocation[members.size()];
  }

  /**
   * Moves the reader on to the value of the next known member.
   *
   * @return the member's name, or null at the end of the object
   */
  public @Nullable String next() throws IOException {
    if (begun) {
      parser.skipChildren();
    }
    begun = true;
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      int index = members.indexOf(name);
      if (index < 0) {
        passUnknown(name);
      } else if (places[index] != null) {
        passRepeated(places[index]);
      } else {
        JsonToken value = parser.nextToken();
        places[index] = parser.currentTokenLocation();
        if (value != JsonToken.VALUE_NULL) {
          return name;
        }
        nulls |= 1L << index;
      }
    }
    return null;
  }

  private void passUnknown(String name) throws IOException {
    switch (members.unknown()) {
      case IS_PROBLEM -> {
        if (!reader.countsOnly()) {
          reader.problem(reader.place(), members.describeUnknown(name));
        }
      }
      case IS_KEPT_IN_MIND -> {
        if (unknown.size() < Problems.LIMIT) {
          unknown.put(name, reader.place());
        }
      }
      case IS_PASSED_OVER -> {}
    }
    parser.nextToken();
    parser.skipChildren();
  }

  private void passRepeated(JsonLocation first) throws IOException {
    reader.problem("is given twice, first on line " + first.getLineNr());
    parser.nextToken();
    parser.skipChildren();
  }

  /** Whether the member was given so far, with a value other than null. */
  public boolean has(String name) {
    int index = indexOf(name);
    return places[index] != null && (nulls & 1L << index) == 0;
  }

  /** Whether the member was given so far as null. */
  public boolean isNull(String name) {
    return (nulls & 1L << indexOf(name)) != 0;
  }

  /**
   * Reports the first of the members that was not given, if there is one. Call it at the object's
   * end.
   *
   * @return whether all were given
   */
  public boolean require(String... names) {
    boolean complete = true;
    for (String name : names) {
      if (isNull(name)) {
        problem(name, "must be given, was null");
        complete = false;
      } else if (!has(name)) {
        problem("lacks the member " + name);
        complete = false;
      }
    }
    return complete;
  }

  /** Reports the unknown members that {@link Members#perhapsOnly} kept in mind so far. */
  public void reportUnknown() {
    unknown.forEach((name, place) -> reader.problem(place, members.describeUnknown(name)));
  }

  /** Reports a problem with the object as a whole. */
  public void problem(String message) {
    if (!reader.countsOnly()) {
      reader.problem(place(), message);
    }
  }

  /** Reports a problem with a member that was given. */
  public void problem(String name, String message) {
    if (!reader.countsOnly()) {
      reader.problem(place(name), message);
    }
  }

  /** Where the object stands. */
  public Place place() {
    String path = JsonPath.of(parent);
    return new Place(path, start.getLineNr(), start.getColumnNr());
  }

  /** Where the value of a member stands that was given; of one that was not, the object. */
  public Place place(String name) {
    Place object = place();
    JsonLocation location = places[indexOf(name)];
    if (location == null) {
      return object;
    }
    String path = object.path().isEmpty() ? name : object.path() + "." + name;
    return new Place(path, location.getLineNr(), location.getColumnNr());
  }

  private int indexOf(String name) {
    int index = members.indexOf(name);
    if (index < 0) {
      throw new IllegalArgumentException(name + " is not among the members");
    }
    return index;
  }
}
