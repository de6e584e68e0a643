package dev.groma.engine.json;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The names of the members that an object may have. One instance serves all objects of a kind. */
public final class Members {

  private final Map<String, Integer> indexByName = new LinkedHashMap<>();
  private final Unknown unknown;

  /** What becomes of a member that is not in the list. */
  enum Unknown {
    IS_PROBLEM,
    IS_PASSED_OVER,
    IS_KEPT_IN_MIND
  }

  private Members(Unknown unknown, String... names) {
    this.unknown = unknown;
    for (String name : names) {
      indexByName.put(name, indexByName.size());
    }
    if (indexByName.size() != names.length || names.length > Long.SIZE) {
      throw new IllegalArgumentException("at most 64 different names expected");
    }
  }

  /** Any other name is a problem. */
  public static Members only(String... names) {
    return new Members(Unknown.IS_PROBLEM, names);
  }

  /** Any other name is passed over, as GeoJSON asks for its foreign members. */
  public static Members among(String... names) {
    return new Members(Unknown.IS_PASSED_OVER, names);
  }

  /**
   * Any other name is passed over for now; whether it is a problem turns out later, see {@link
   * JsonObject#reportUnknown}.
   */
  public static Members perhapsOnly(String... names) {
    return new Members(Unknown.IS_KEPT_IN_MIND, names);
  }

  Unknown unknown() {
    return unknown;
  }

  int size() {
    return indexByName.size();
  }

  /** The place of the name in the list, or -1. */
  int indexOf(String name) {
    Integer index = indexByName.get(name);
    return index == null ? -1 : index;
  }

  /** What to say about a name that is not in the list. */
  String describeUnknown(String name) {
    @Nullable String nearest = NearestName.of(name, List.copyOf(indexByName.keySet()));
    return nearest == null
        ? "is not a known member; known are " + String.join(", ", indexByName.keySet())
        : "is not a known member; did you mean " + nearest + "?";
  }
}
