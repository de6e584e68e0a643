package dev.groma.engine.rooms;

import com.fasterxml.jackson.databind.JsonNode;
import dev.groma.engine.ArtifactSink;
import dev.groma.engine.BadParametersException;
import dev.groma.engine.Engine;
import dev.groma.engine.EngineContext;
import dev.groma.engine.EngineException;
import dev.groma.engine.Inputs;
import dev.groma.engine.json.ParameterReader;
import dev.groma.engine.number.Decimals;
import dev.groma.engine.rooms.output.FloorPlanWriter;
import dev.groma.engine.rooms.plan.PlanReader;
import dev.groma.engine.rooms.plan.ReadPlan;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The engine: reads walls, finds the rooms between them, writes {@code rooms.geojson}, {@code
 * diagnostics.geojson} and {@code plan.svg}.
 *
 * <p>For what the walls may look like see {@link dev.groma.engine.rooms.plan}, for how rooms are
 * found {@link RoomDetector}.
 */
public final class RoomDetection implements Engine<RoomParameters, RoomSummary> {

  private static final String WALLS = "walls";

  private static final Map<String, LengthUnit> UNITS = units();

  private static Map<String, LengthUnit> units() {
    Map<String, LengthUnit> units = new LinkedHashMap<>();
    for (LengthUnit unit : LengthUnit.values()) {
      units.put(unit.symbol(), unit);
    }
    return units;
  }

  @Override
  public String name() {
    return "roomDetection";
  }

  @Override
  public String version() {
    return "1.0.0";
  }

  @Override
  public String title() {
    return "Finds the rooms that walls enclose";
  }

  @Override
  public List<String> inputNames() {
    return List.of(WALLS);
  }

  @Override
  public RoomParameters parameters(JsonNode block) throws BadParametersException {
    ParameterReader reader = new ParameterReader(block, inputNames());
    LengthUnit unit = reader.choice("unit", LengthUnit.METRE, UNITS);
    RoomParameters byDefault = RoomParameters.defaults(unit);
    double snapTolerance = number(reader, "snapTolerance", byDefault.snapTolerance());
    double doorGapMax = number(reader, "doorGapMax", byDefault.doorGapMax());
    double minRoomArea = number(reader, "minRoomArea", byDefault.minRoomArea());
    Double maxWallThickness =
        reader.has("maxWallThickness") ? (Double) number(reader, "maxWallThickness", 0) : null;
    RoomParameters.problems(unit, snapTolerance, doorGapMax, minRoomArea, maxWallThickness)
        .forEach(problem -> reader.problem(problem.path(), problem.message()));
    reader.finish();
    return new RoomParameters(unit, snapTolerance, doorGapMax, minRoomArea, maxWallThickness);
  }

  /** Ranges depend on the unit and are the parameters' own affair. */
  private static double number(ParameterReader reader, String name, double byDefault) {
    return reader.number(name, byDefault, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
  }

  @Override
  public RoomSummary run(
      Inputs inputs, RoomParameters parameters, ArtifactSink artifacts, EngineContext context)
      throws EngineException, IOException {
    context.progress(0, "reading walls");
    ReadPlan read = PlanReader.read(inputs.get(WALLS), parameters.snapTolerance(), context);
    context.progress(20, "finding rooms");
    FloorPlan found = new RoomDetector().detect(read.plan(), parameters, context.part(20, 70));
    context.progress(70, "writing artifacts");
    FloorPlanWriter.write(artifacts, read, found, context);
    context.progress(100, "done");
    return summary(found);
  }

  private static RoomSummary summary(FloorPlan found) {
    Double confidence = found.totals().confidence();
    Double metres =
        found.effective().given().unit().metres().isPresent()
            ? (Double) found.effective().given().unit().metres().getAsDouble()
            : null;
    return new RoomSummary(
        found.of(FaceKind.ROOM).count(),
        confidence == null ? 0 : new Decimals(4).round(confidence),
        metres == null ? null : rounded(found.totals().roomArea() * metres * metres));
  }

  private static double rounded(double area) {
    int magnitude = area > 0 ? (int) Math.floor(Math.log10(area)) : 0;
    return new Decimals(Math.clamp(5 - magnitude, 4, 15)).round(area);
  }
}
