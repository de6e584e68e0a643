package dev.groma.manifest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.groma.engine.Problem;
import dev.groma.engine.json.Place;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One Kubernetes object as it was written, and where its members stand. */
public final class Manifest {

  private final Source source;
  private final String prefix;
  private final ObjectNode tree;
  private final Places places;
  private final List<Setting> settings;

  Manifest(Source source, String prefix, ObjectNode tree, Places places, List<Setting> settings) {
    this.source = source;
    this.prefix = prefix;
    this.tree = tree;
    this.places = places;
    this.settings = List.copyOf(settings);
  }

  /** The object. */
  public ObjectNode tree() {
    return tree;
  }

  /** The name of the text that it stands in. */
  public String source() {
    return source.name();
  }

  /** The folder against which its relative paths are resolved. */
  public Path folder() {
    return source.folder();
  }

  /** The object's kind; empty where it has none. */
  public String kind() {
    return tree.path("kind").asText();
  }

  /** The object's name; empty where it has none. */
  public String name() {
    return tree.path("metadata").path("name").asText();
  }

  /** The object's namespace; {@code default} where it names none. */
  public String namespace() {
    return tree.path("metadata").path("namespace").asText("default");
  }

  /**
   * Something wrong with a member of the object.
   *
   * @param path from the object, such as {@code spec.roomDetection.unit}
   */
  public Finding finding(String path, String message) {
    return settings.stream()
        .filter(setting -> setting.covers(path))
        .findFirst()
        .map(setting -> new Finding(setting.source(), Problem.at(path, message)))
        .orElseGet(() -> {
          Place place = places.of(absolute(path));
          return new Finding(
              source.name(), new Problem(path, place.line(), place.column(), message));
        });
  }

  /**
   * The line of the source on which the text of a member begins.
   *
   * @return null where the text's lines are not lines of the source: a quoted or folded text
   */
  public @Nullable Integer firstLine(String path) {
    return settings.stream().anyMatch(setting -> setting.covers(path))
        ? null
        : places.firstLine(absolute(path));
  }

  private String absolute(String path) {
    return prefix.isEmpty() ? path : path.isEmpty() ? prefix : prefix + "." + path;
  }
}
