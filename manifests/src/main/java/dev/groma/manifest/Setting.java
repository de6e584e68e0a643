package dev.groma.manifest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * One {@code --set spec.roomDetection.snapTolerance=0.05}: a member of every LayoutJob that is
 * given on the command line instead.
 *
 * @param path of the member, beginning with {@code spec}
 * @param value that it gets; null of JSON takes the member away, so that its default holds
 */
public record Setting(String path, JsonNode value) {

  /**
   * Reads the option's argument.
   *
   * @throws IllegalArgumentException when it is none; the message is for the user
   */
  public static Setting parse(String argument) {
    int equals = argument.indexOf('=');
    String path = equals < 0 ? argument : argument.substring(0, equals);
    if (equals < 0 || !path.matches("spec(\\.[A-Za-z0-9_-]+)+")) {
      throw new IllegalArgumentException(
          "expected PATH=VALUE with a path such as spec.roomDetection.snapTolerance, was "
              + argument);
    }
    Documents value = Documents.of(argument.substring(equals + 1));
    if (!value.problems().isEmpty() || value.read().size() > 1) {
      throw new IllegalArgumentException("the value of %s is not YAML".formatted(path));
    }
    return new Setting(
        path, value.read().isEmpty() ? NullNode.getInstance() : value.read().getFirst().root());
  }

  /** How findings name where they come from. */
  String source() {
    return "--set";
  }

  /** Whether a finding at this path is about the setting's value. */
  boolean covers(String findingPath) {
    return findingPath.equals(path)
        || findingPath.startsWith(path + ".")
        || findingPath.startsWith(path + "[");
  }

  /**
   * Sets the member, making the objects on the way.
   *
   * @return whether it could be set: false where something on the way is no object
   */
  boolean apply(ObjectNode manifest) {
    List<String> names = List.of(path.split("\\."));
    ObjectNode holder = manifest;
    for (String name : names.subList(0, names.size() - 1)) {
      JsonNode next = holder.get(name);
      if (next == null || next.isNull()) {
        next = holder.putObject(name);
      }
      if (!(next instanceof ObjectNode object)) {
        return false;
      }
      holder = object;
    }
    if (value.isNull()) {
      holder.remove(names.getLast());
    } else {
      holder.set(names.getLast(), value.deepCopy());
    }
    return true;
  }
}
