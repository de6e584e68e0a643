package dev.groma.manifest;

import dev.groma.engine.json.Place;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where the values of a document stand in its text, by path such as {@code spec.items[2].name}. */
final class Places {

  private final Map<String, Place> byPath = new HashMap<>();
  private final Map<String, Integer> firstLines = new HashMap<>();

  /** The path of an object's member. */
  static String member(String path, String name) {
    return path.isEmpty() ? name : path + "." + name;
  }

  /** The path of a list's element. */
  static String element(String path, int index) {
    return path + "[" + index + "]";
  }

  /** Notes where a value stands; of a member, where its name stands. The first note counts. */
  void note(String path, int line, int column) {
    byPath.putIfAbsent(path, new Place(path, line, column));
  }

  /** Notes that a text stands in the document line by line, from this 1-based line on. */
  void noteLiteral(String path, int firstLine) {
    firstLines.put(path, firstLine);
  }

  /** Where the value of this path stands, or, where it is missing, what would hold it. */
  Place of(String path) {
    String known = path;
    while (!byPath.containsKey(known) && !known.isEmpty()) {
      known =
          known.substring(0, Math.max(0, Math.max(known.lastIndexOf('.'), known.lastIndexOf('['))));
    }
    Place place = byPath.getOrDefault(known, new Place("", 1, 1));
    return new Place(path, place.line(), place.column());
  }

  /** The line on which the text of this path begins; null when its lines are not the document's. */
  @Nullable Integer firstLine(String path) {
    return firstLines.get(path);
  }
}
