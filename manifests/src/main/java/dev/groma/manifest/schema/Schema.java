package dev.groma.manifest.schema;

import com.google.re2j.Pattern;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The structural schema of one value.
 *
 * @param kind of value
 * @param description for people; empty where there is none
 * @param members of an object, in the schema's order
 * @param required names of members that must be there
 * @param element schema of a list's elements, or of an object's members where any name is allowed
 * @param limits on the value itself
 * @param rules in CEL
 */
public record Schema(
    Kind kind,
    String description,
    Map<String, Schema> members,
    List<String> required,
    @Nullable Schema element,
    Limits limits,
    List<CelRule> rules) {

  /**
   * Limits on a value.
   *
   * @param value of a number
   * @param size of a string in code points, of a list in elements, of an object in members
   * @param pattern found in a string
   * @param allowed the only strings, none: any
   */
  public record Limits(Bounds value, Bounds size, @Nullable Pattern pattern, List<String> allowed) {
    public Limits {
      allowed = List.copyOf(allowed);
    }
  }

  public Schema {
    members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
    required = List.copyOf(required);
    rules = List.copyOf(rules);
  }
}
