package dev.groma.engine.json;

import com.fasterxml.jackson.databind.JsonNode;
import dev.groma.engine.BadParametersException;
import dev.groma.engine.Problem;
import dev.groma.engine.ProblemList;
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
  private final ProblemList problems = new ProblemList();

  /**
   * Begins a block.
   *
   * @param passedOver members that are not parameters, such as the inputs
   */
  public ParameterReader(JsonNode block, List<String> passedOver) {
    this.block = block;
    known = new LinkedHashSet<>(passedOver);
    if (!block.isObject()) {
      problems.add(Problem.at("", "must be an object, was " + describe(block)));
    }
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
    problems.add(Problem.at(name, message));
  }

  /** Ends the block: members that nobody asked for are problems, and any problem is thrown. */
  public void finish() throws BadParametersException {
    Members members = Members.only(known.toArray(String[]::new));
    for (String name : (Iterable<String>) block::fieldNames) {
      if (members.indexOf(name) < 0) {
        problem(Quoted.bare(name), members.describeUnknown(name));
      }
    }
    problems.throwIfBadParameters();
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
