package dev.groma.engine.sitefit.output;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.groma.engine.number.Decimals;
import dev.groma.engine.sitefit.Infeasible;
import dev.groma.engine.sitefit.Placement;
import dev.groma.engine.sitefit.ScoreTerms;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes {@code placements.json}: the answer for programs. */
final class PlacementsJson {

  private static final ObjectMapper MAPPER =
      JsonMapper.builder().enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN).build();

  private static final JsonNodeFactory NODES = JsonNodeFactory.withExactBigDecimals(true);

  private PlacementsJson() {}

  static void write(OutputStream out, Outcome outcome) throws IOException {
    ObjectNode root = NODES.objectNode();
    List<Placement> placements = outcome.fit().placements();
    root.put("feasible", !placements.isEmpty());
    ArrayNode list = root.putArray("placements");
    for (int i = 0; i < placements.size(); i++) {
      list.add(placement(outcome, i));
    }
    Infeasible infeasible = outcome.fit().infeasible();
    if (infeasible == null) {
      root.putNull("proof");
    } else {
      root.set("proof", proof(infeasible));
    }
    root.set("metadata", metadata(outcome));
    String text = MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(root);
    out.write((text + "\n").getBytes(StandardCharsets.UTF_8));
  }

  private static ObjectNode placement(Outcome outcome, int index) {
    Placement placement = outcome.fit().placements().get(index);
    ObjectNode node = NODES.objectNode();
    node.put("id", Outcome.id(index));
    ObjectNode transform = node.putObject("transform");
    ObjectNode rotation = transform.putObject("rotation");
    rotation.put("axis", "z");
    put(rotation, "value", placement.rotation(), Outcome.DEGREES);
    rotation.put("units", "deg");
    ObjectNode translation = transform.putObject("translation");
    put(translation, "x", placement.x() + outcome.site().originX(), Outcome.LENGTHS);
    put(translation, "y", placement.y() + outcome.site().originY(), Outcome.LENGTHS);
    translation.put("z", 0);
    translation.put("units", "m");
    transform.put("scale", 1);
    put(node, "score", placement.score(), Outcome.SHARES);
    node.set("metrics", metrics(outcome, placement));
    ArrayNode tags = node.putArray("tags");
    Tags.of(outcome.fit().placements(), index).forEach(tags::add);
    return node;
  }

  private static ObjectNode metrics(Outcome outcome, Placement placement) {
    ObjectNode node = NODES.objectNode();
    Placement.Metrics metrics = placement.metrics();
    put(node, "clearanceM", metrics.clearance(), Outcome.LENGTHS);
    putOrNull(node, "streetDistanceM", metrics.streetDistance(), Outcome.LENGTHS);
    put(node, "gardenRadiusM", metrics.garden().radius(), Outcome.LENGTHS);
    ArrayNode centre = node.putArray("gardenCentre");
    centre.add(number(metrics.garden().x() + outcome.site().originX(), Outcome.LENGTHS));
    centre.add(number(metrics.garden().y() + outcome.site().originY(), Outcome.LENGTHS));
    put(node, "facadeAzimuthDegrees", metrics.facade(), Outcome.DEGREES);
    put(node, "coverageRatio", metrics.coverageRatio(), Outcome.SHARES);
    ScoreTerms terms = placement.terms();
    ObjectNode score = node.putObject("terms");
    put(score, "clearance", terms.clearance(), Outcome.SHARES);
    put(score, "orientation", terms.orientation(), Outcome.SHARES);
    putOrNull(score, "street", terms.street(), Outcome.SHARES);
    put(score, "garden", terms.garden(), Outcome.SHARES);
    put(score, "parallelism", terms.parallelism(), Outcome.SHARES);
    return node;
  }

  private static ObjectNode proof(Infeasible infeasible) {
    ObjectNode node = NODES.objectNode();
    switch (infeasible) {
      case Infeasible.TooLarge larger -> {
        node.put("kind", kind(larger.quantity()));
        put(node, "house", larger.house(), Outcome.LENGTHS);
        put(node, "buildableRegion", larger.region(), Outcome.LENGTHS);
        node.put("units", larger.quantity().unit());
      }
      case Infeasible.NothingBuildable nothing -> node.put("kind", "nothingBuildable");
      case Infeasible.CoversTooMuch ratio -> {
        node.put("kind", "coverageRatio");
        put(node, "coverageRatio", ratio.ratio(), Outcome.SHARES);
        put(node, "coverageRatioMax", ratio.most(), Outcome.SHARES);
      }
      case Infeasible.Exhausted exhausted -> {
        node.put("kind", "exhaustiveSearch");
        node.put("cells", exhausted.cells());
      }
      case Infeasible.NotFound notFound -> {
        node.put("kind", "notFound");
        put(node, "angularResolutionDegrees", notFound.degrees(), Outcome.DEGREES);
      }
    }
    node.put("statement", infeasible.statement());
    return node;
  }

  private static String kind(Infeasible.Quantity quantity) {
    return switch (quantity) {
      case AREA -> "area";
      case DIAMETER -> "diameter";
      case MINIMUM_WIDTH -> "minimumWidth";
      case INSCRIBED_RADIUS -> "inscribedCircle";
    };
  }

  private static ObjectNode metadata(Outcome outcome) {
    ObjectNode node = NODES.objectNode();
    node.put("definition", "siteFit");
    node.put("version", outcome.version());
    node.put("engine", "groma siteFit " + outcome.version());
    node.put("units", "m");
    node.put("seed", outcome.seed());
    node.put("crs", outcome.read().crs() == null ? null : outcome.read().crs().code());
    put(node, "gridConvergenceDegrees", outcome.site().convergence(), Outcome.DEGREES);
    put(node, "toleranceM", outcome.parameters().tolerance(), Outcome.LENGTHS);
    node.put("rotationsTried", outcome.fit().rotationsTried());
    node.put(
        "transform",
        "turns the house counterclockwise about the origin of its own coordinates, then moves it");
    ArrayNode warnings = node.putArray("warnings");
    outcome.read().notes().forEach(warnings::add);
    return node;
  }

  private static void put(ObjectNode node, String name, double value, Decimals decimals) {
    node.put(name, number(value, decimals));
  }

  private static void putOrNull(
      ObjectNode node, String name, @Nullable Double value, Decimals decimals) {
    if (value == null) {
      node.putNull(name);
    } else {
      put(node, name, value, decimals);
    }
  }

  private static BigDecimal number(double value, Decimals decimals) {
    return new BigDecimal(decimals.format(value));
  }
}
