package dev.groma.engine.sitefit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.groma.engine.BadParametersException;
import dev.groma.engine.Problem;
import dev.groma.engine.ProblemList;
import dev.groma.engine.crs.CrsLookup;
import dev.groma.engine.json.ParameterReader;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the parameters from the engine's block. Every default stands here or in their types. */
final class SiteFitBlock {

  private static final double INFINITE = Double.POSITIVE_INFINITY;
  private static final int MOST_EDGES = 100;

  private final JsonNode block;
  private final ProblemList problems = new ProblemList();

  private SiteFitBlock(JsonNode block) {
    this.block = block;
  }

  static SiteFitParameters read(JsonNode block, List<String> inputNames)
      throws BadParametersException {
    return new SiteFitBlock(block).read(inputNames);
  }

  private SiteFitParameters read(List<String> inputNames) throws BadParametersException {
    List<String> others = new ArrayList<>(inputNames);
    others.addAll(List.of("crs", "setbacks", "street", "rotation", "weights"));
    ParameterReader reader = new ParameterReader(block, others);
    String crs = crs();
    double setback = reader.number("setback", 0, 0, Setbacks.LARGEST);
    int topK =
        whole(
            "topK",
            reader.number(
                "topK", SiteFitParameters.DEFAULT_TOP_K, 1, SiteFitParameters.MOST_TOP_K));
    double coverage = reader.number("coverageRatioMax", 1, Double.MIN_VALUE, 1);
    double tolerance =
        reader.number(
            "tolerance",
            SiteFitParameters.DEFAULT_TOLERANCE,
            SiteFitParameters.LEAST_TOLERANCE,
            SiteFitParameters.LARGEST_TOLERANCE);
    Setbacks setbacks = setbacks(setback);
    RotationRange rotation = rotation();
    Weights weights = weights();
    SiteFitParameters.@Nullable Street street = street();
    addProblemsOf(reader);
    problems.throwIfBadParameters();
    return new SiteFitParameters(
        crs, setbacks, street, rotation, weights, topK, coverage, tolerance);
  }

  private void addProblemsOf(ParameterReader reader) {
    try {
      reader.finish();
    } catch (BadParametersException wrong) {
      wrong.problems().first().forEach(problems::add);
    }
  }

  private int whole(String name, double value) {
    if (value != Math.rint(value)) {
      problems.add(Problem.at(name, "must be a whole number, was " + value));
    }
    return (int) value;
  }

  private @Nullable String crs() {
    if (!block.hasNonNull("crs")) {
      return null;
    }
    JsonNode crs = block.get("crs");
    return switch (CrsLookup.of(crs.asText())) {
      case CrsLookup.Found found -> found.crs().code();
      case CrsLookup.Refused refused -> {
        problems.add(Problem.at("crs", refused.message()));
        yield null;
      }
    };
  }

  /** A block within the block; empty where it is absent. */
  private ParameterReader inner(String name) {
    JsonNode inner = block.path(name);
    return new ParameterReader(
        inner.isMissingNode() || inner.isNull() ? JsonNodeFactory.instance.objectNode() : inner,
        List.of());
  }

  /** Ends an inner block: its problems get its name before their path. */
  private void finish(String name, ParameterReader inner) {
    try {
      inner.finish();
    } catch (BadParametersException wrong) {
      for (Problem problem : wrong.problems().first()) {
        String path = problem.path().isEmpty() ? name : name + "." + problem.path();
        problems.add(Problem.at(path, problem.message()));
      }
    }
  }

  private Setbacks setbacks(double all) {
    ParameterReader inner = inner("setbacks");
    Setbacks setbacks =
        new Setbacks(
            inner.number("street", all, 0, Setbacks.LARGEST),
            inner.number("side", all, 0, Setbacks.LARGEST),
            inner.number("rear", all, 0, Setbacks.LARGEST),
            inner.number("hole", all, 0, Setbacks.LARGEST));
    finish("setbacks", inner);
    return setbacks;
  }

  private RotationRange rotation() {
    ParameterReader inner = inner("rotation");
    double min = inner.number("min", RotationRange.DEFAULT.min(), -360, 360);
    double max = inner.number("max", Math.min(360, min + 360), -360, 360);
    double step = inner.number("step", RotationRange.DEFAULT.step(), RotationRange.LEAST_STEP, 360);
    if (min > max || max - min > 360) {
      inner.problem("max", "must be min to min + 360 degrees, was " + max + " with min " + min);
    }
    finish("rotation", inner);
    return min > max || max - min > 360 ? RotationRange.DEFAULT : new RotationRange(min, max, step);
  }

  private Weights weights() {
    ParameterReader inner = inner("weights");
    Weights byDefault = Weights.DEFAULT;
    double clearance = inner.number("clearance", byDefault.clearance(), 0, 1e6);
    double orientation = inner.number("orientation", byDefault.orientation(), 0, 1e6);
    double street = inner.number("street", byDefault.street(), 0, 1e6);
    double garden = inner.number("garden", byDefault.garden(), 0, 1e6);
    double parallelism = inner.number("parallelism", byDefault.parallelism(), 0, 1e6);
    boolean nothing = clearance + orientation + street + garden + parallelism == 0;
    if (nothing) {
      inner.problem("", "must not all be 0");
    }
    finish("weights", inner);
    return nothing ? byDefault : new Weights(clearance, orientation, street, garden, parallelism);
  }

  private SiteFitParameters.@Nullable Street street() {
    JsonNode street = block.path("street");
    if (street.isMissingNode() || street.isNull()) {
      return null;
    }
    boolean byEdges = street.hasNonNull("edges");
    if (byEdges == street.hasNonNull("point")) {
      problems.add(Problem.at("street", "must have either edges or point"));
      return null;
    }
    return byEdges ? edges(street.get("edges")) : point(street.get("point"));
  }

  private SiteFitParameters.@Nullable Street edges(JsonNode edges) {
    List<Integer> numbers = new ArrayList<>();
    for (JsonNode edge : edges) {
      if (!edge.isInt() || edge.intValue() < 0) {
        problems.add(
            Problem.at(
                "street.edges[" + numbers.size() + "]",
                "must be the number of an edge, counted from 0"));
        return null;
      }
      numbers.add(edge.intValue());
    }
    if (numbers.isEmpty() || numbers.size() > MOST_EDGES) {
      problems.add(Problem.at("street.edges", "must be a list of 1 to " + MOST_EDGES + " numbers"));
      return null;
    }
    return new SiteFitParameters.Street.Edges(numbers);
  }

  private SiteFitParameters.Street point(JsonNode point) {
    ParameterReader inner = new ParameterReader(point, List.of());
    double x = inner.number("east", 0, -INFINITE, INFINITE);
    double y = inner.number("north", 0, -INFINITE, INFINITE);
    for (String axis : List.of("east", "north")) {
      if (!inner.has(axis)) {
        inner.problem(axis, "must be given");
      }
    }
    finish("street.point", inner);
    return new SiteFitParameters.Street.NearestTo(x, y);
  }
}
