package dev.groma.engine.rooms.output;

import dev.groma.engine.CancelledException;
import dev.groma.engine.EngineContext;
import dev.groma.engine.geojson.GeoJsonWriter;
import dev.groma.engine.rooms.Diagnostic;
import dev.groma.engine.rooms.FloorPlan;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/**
 * Writes {@code diagnostics.geojson}: what encloses nothing or was assumed, and what to do about
 * it.
 */
final class DiagnosticsGeoJson {

  /** Wall ids named in a message; the property has them all. */
  private static final int NAMED_WALLS = 3;

  private DiagnosticsGeoJson() {}

  static void write(
      OutputStream out, FloorPlan plan, List<String> notes, PlanFrame frame, EngineContext context)
      throws IOException, CancelledException {
    try (GeoJsonWriter json = new GeoJsonWriter(out, frame.precision())) {
      frame.writeHead(json);
      json.object(
          "totals",
          totals ->
              totals
                  .count("dangles", plan.of(Diagnostic.Kind.DANGLE).count())
                  .count("cuts", plan.of(Diagnostic.Kind.CUT).count())
                  .count("bridges", plan.of(Diagnostic.Kind.BRIDGE).count())
                  .count("invalidRings", plan.of(Diagnostic.Kind.INVALID_RING).count())
                  .length("dangleLength", plan.totals().dangleLength())
                  .length("cutLength", plan.totals().cutLength()));
      json.strings("notes", notes);
      int written = 0;
      for (Diagnostic diagnostic : plan.diagnostics()) {
        if (written++ % 1024 == 0) {
          context.checkCancelled();
        }
        json.line(
            diagnostic.id(),
            new PlanPoints(diagnostic.line()),
            properties ->
                properties
                    .member("kind", word(diagnostic.kind()))
                    .member("id", diagnostic.id())
                    .length("length", diagnostic.length())
                    .strings("wallIds", WallIds.sorted(diagnostic.wallIds()))
                    .member("message", message(diagnostic, frame)));
      }
    }
  }

  static String word(Diagnostic.Kind kind) {
    return switch (kind) {
      case DANGLE -> "dangle";
      case CUT -> "cut";
      case BRIDGE -> "bridge";
      case INVALID_RING -> "invalidRing";
    };
  }

  private static String message(Diagnostic diagnostic, PlanFrame frame) {
    String walls = names(WallIds.sorted(diagnostic.wallIds()));
    String length = Wording.length(diagnostic.length()) + " " + frame.unit().symbol();
    return switch (diagnostic.kind()) {
      case DANGLE ->
          walls
              + ": "
              + length
              + " lead to a free end and enclose nothing. Extend the wall to the one it was meant to"
              + " meet, raise snapTolerance above the gap, or set doorGapMax to have gaps closed.";
      case CUT ->
          walls
              + ": "
              + length
              + " have the same face on both sides and part nothing. Remove the wall, or draw the one"
              + " that makes it a border.";
      case BRIDGE ->
          "A gap of "
              + length
              + " between "
              + walls
              + " was closed by a virtual wall, as doorGapMax allows. Draw a wall there to be sure,"
              + " or lower doorGapMax to leave it open.";
      case INVALID_RING ->
          walls
              + ": a ring so thin that snapping alone decides whether it encloses anything. Draw the"
              + " line once, or lower snapTolerance.";
    };
  }

  private static String names(List<String> ids) {
    if (ids.isEmpty()) {
      return "(no wall)";
    }
    String named = String.join(", ", ids.subList(0, Math.min(ids.size(), NAMED_WALLS)));
    int left = ids.size() - NAMED_WALLS;
    return left > 0 ? named + " and " + left + " more" : named;
  }
}
