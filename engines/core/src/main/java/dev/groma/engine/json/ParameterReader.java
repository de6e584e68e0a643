package dev.groma.engine.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.groma.engine.BadParametersException;
import dev.groma.engine.Problem;
import dev.groma.engine.ProblemList;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the parameters of an engine from its block of a LayoutJob's spec and collects what is wrong
 * with them. A member that is null counts as absent.
 *
 * <pre>{@code
 * ParameterReader block = new ParameterReader(node, inputNames());
 * double tolerance = block.number("snapTolerance", 0.01, 0, 1e6);
 * block.finish();
 * }</pre>
 *
 * <p>Not thread-safe.
 */
public final class ParameterReader {

  private final JsonNode block;
  private final Set<String> known;
  private final ProblemList problems;
  private final String path;

  /**
   * Begins a block.
   *
   * @param passedOver members that are not parameters, such as the inputs
   */
  public ParameterReader(JsonNode block, List<String> passedOver) {
    this(block, passedOver, new ProblemList(), "");
  }

  private ParameterReader(
      JsonNode block, List<String> passedOver, ProblemList problems, String path) {
    this.block = block;
    this.problems = problems;
    this.path = path;
    known = new LinkedHashSet<>(passedOver);
    if (!block.isObject()) {
      problems.add(Problem.at(path, "must be an object, was " + describe(block)));
    }
  }

  /** Reads the parameters of a group; its members that nobody asks for are problems. */
  @FunctionalInterface
  public interface Group<T> {

    /** Reads through the reader handed in. */
    T read(ParameterReader group);
  }

  /** A parameter that is an object; read as an empty one where absent. */
  public <T> T group(String name, List<String> passedOver, Group<T> group) {
    JsonNode value = take(name);
    JsonNode given = value == null ? JsonNodeFactory.instance.objectNode() : value;
    return read(given, passedOver, path(name), group);
  }

  /** A parameter that is a list of objects; empty where absent, cut off behind so many. */
  public <T> List<T> groups(String name, int most, Group<T> group) {
    JsonNode value = take(name);
    if (value == null) {
      return List.of();
    }
    if (!value.isArray() || value.size() > most) {
      problem(
          name,
          "must be an array of at most "
              + most
              + ", was "
              + (value.isArray() ? "one of " + value.size() : describe(value)));
      return List.of();
    }
    List<T> all = new ArrayList<>();
    for (int i = 0; i < value.size(); i++) {
      all.add(read(value.get(i), List.of(), path(name) + "[" + i + "]", group));
    }
    return all;
  }

  private <T> T read(JsonNode given, List<String> passedOver, String at, Group<T> group) {
    ParameterReader reader = new ParameterReader(given, passedOver, problems, at);
    T read = group.read(reader);
    reader.reportUnknown();
    return read;
  }

  /** A string of at most so many characters; the default where absent, and after a problem. */
  public @Nullable String text(String name, @Nullable String byDefault, int longest) {
    JsonNode value = take(name);
    if (value == null) {
      return byDefault;
    }
    if (!value.isTextual() || value.textValue().length() > longest) {
      problem(
          name, "must be a string of at most " + longest + " characters, was " + describe(value));
      return byDefault;
    }
    return value.textValue();
  }

  /** A truth value; the default where absent, and after a problem. */
  public boolean flag(String name, boolean byDefault) {
    JsonNode value = take(name);
    if (value == null || value.isBoolean()) {
      return value == null ? byDefault : value.booleanValue();
    }
    problem(name, "must be true or false, was " + describe(value));
    return byDefault;
  }

  /** A whole number within the bounds; the default where absent, and after a problem. */
  public int count(String name, int byDefault, int least, int most) {
    double number = number(name, byDefault, least, most);
    if (number != Math.rint(number)) {
      problem(name, "must be a whole number, was " + Quoted.bare(Double.toString(number)));
      return byDefault;
    }
    return (int) number;
  }

  /** Whether the parameter is given with a value other than null. */
  public boolean has(String name) {
    return block.hasNonNull(name);
  }

  /** A finite number within the bounds; the default where absent, and after a problem. */
  public double number(String name, double byDefault, double least, double most) {
    JsonNode value = take(name);
    if (value == null) {
      return byDefault;
    }
    if (!value.isNumber()) {
      problem(name, "must be a number, was " + describe(value));
      return byDefault;
    }
    double number = value.doubleValue();
    if (number >= least && number <= most && Double.isFinite(number)) {
      return number;
    }
    problem(
        name, "must be " + Bounds.describe(least, most) + ", was " + Quoted.bare(value.asText()));
    return byDefault;
  }

  /**
   * One of a fixed set of words; the default where absent, and after a problem.
   *
   * @param choices by the word that stands for each, in the order to be listed
   */
  public <T> T choice(String name, T byDefault, Map<String, T> choices) {
    JsonNode value = take(name);
    if (value == null) {
      return byDefault;
    }
    T chosen = value.isTextual() ? choices.get(value.textValue()) : null;
    if (chosen == null) {
      String words = String.join(", ", choices.keySet());
      problem(name, "must be one of " + words + ", was " + describe(value));
      return byDefault;
    }
    return chosen;
  }

  /** Reports a problem with a parameter, such as one that does not fit another. */
  public void problem(String name, String message) {
    problems.add(Problem.at(path(name), message));
  }

  private String path(String name) {
    return path.isEmpty() ? name : path + "." + name;
  }

  /** Ends the block: members that nobody asked for are problems, and any problem is thrown. */
  public void finish() throws BadParametersException {
    reportUnknown();
    problems.throwIfBadParameters();
  }

  private void reportUnknown() {
    Members members = Members.only(known.toArray(String[]::new));
    for (String name : (Iterable<String>) block::fieldNames) {
      if (members.indexOf(name) < 0) {
        problem(Quoted.bare(name), members.describeUnknown(name));
      }
    }
  }

  private @Nullable JsonNode take(String name) {
    known.add(name);
    return has(name) ? block.get(name) : null;
  }

  private static String describe(JsonNode value) {
    return switch (value.getNodeType()) {
      case OBJECT, POJO -> "an object";
      case ARRAY -> "an array";
      case STRING -> "the string " + Quoted.of(value.textValue());
      case NUMBER, BOOLEAN, BINARY -> Quoted.bare(value.asText());
      case NULL -> "null";
      case MISSING -> "missing";
    };
  }
}
