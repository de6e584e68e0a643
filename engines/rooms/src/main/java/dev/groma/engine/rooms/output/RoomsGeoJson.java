package dev.groma.engine.rooms.output;

import dev.groma.engine.CancelledException;
import dev.groma.engine.EngineContext;
import dev.groma.engine.geojson.GeoJsonWriter;
import dev.groma.engine.rooms.Box;
import dev.groma.engine.rooms.Confidence;
import dev.groma.engine.rooms.Face;
import dev.groma.engine.rooms.FaceKind;
import dev.groma.engine.rooms.FloorPlan;
import dev.groma.engine.rooms.Neighbour;
import java.io.IOException;
import java.io.OutputStream;

/** Writes {@code rooms.geojson}: every enclosed face as a polygon. */
final class RoomsGeoJson {

  private RoomsGeoJson() {}

  static void write(OutputStream out, FloorPlan plan, PlanFrame frame, EngineContext context)
      throws IOException, CancelledException {
    try (GeoJsonWriter json = new GeoJsonWriter(out, frame.precision())) {
      frame.writeHead(json);
      json.object(
          "totals",
          totals ->
              totals
                  .count("rooms", plan.of(FaceKind.ROOM).count())
                  .count("wallBodies", plan.of(FaceKind.WALL_BODY).count())
                  .count("tooSmall", plan.of(FaceKind.TOO_SMALL).count())
                  .area("roomArea", plan.totals().roomArea())
                  .area("wallBodyArea", plan.totals().wallBodyArea())
                  .area("tooSmallArea", plan.totals().tooSmallArea()));
      int written = 0;
      for (Face face : plan.faces()) {
        if (written++ % 1024 == 0) {
          context.checkCancelled();
        }
        json.polygon(
            face.id(),
            new PlanPoints(face.polygon().shell()),
            PlanPoints.of(face.polygon().holes()),
            properties -> writeProperties(properties, face));
      }
    }
  }

  private static void writeProperties(GeoJsonWriter json, Face face) throws IOException {
    Box box = face.measures().boundingBox();
    json.member("kind", word(face.kind()))
        .member("id", face.id())
        .area("area", face.measures().area())
        .length("perimeter", face.measures().perimeter())
        .box("boundingBox", box.minX(), box.minY(), box.maxX(), box.maxY())
        .count("holes", face.polygon().holes().size())
        .object("confidence", terms -> writeConfidence(terms, face.confidence()))
        .strings("wallIds", WallIds.sorted(face.wallIds()))
        .objects("neighbours", face.neighbours(), RoomsGeoJson::writeNeighbour);
  }

  private static void writeConfidence(GeoJsonWriter json, Confidence confidence)
      throws IOException {
    json.number("score", confidence.score(), PlanFrame.SHARE)
        .number("exactShare", confidence.exactShare(), PlanFrame.SHARE)
        .number("snapDistance", confidence.snapDistance(), PlanFrame.SHARE)
        .number("virtualShare", confidence.virtualShare(), PlanFrame.SHARE)
        .number("dangleShare", confidence.dangleShare(), PlanFrame.SHARE);
  }

  private static void writeNeighbour(GeoJsonWriter json, Neighbour neighbour) throws IOException {
    json.member("id", neighbour.faceId())
        .member(
            "contact",
            switch (neighbour.contact()) {
              case EDGE -> "edge";
              case WALL_BODY -> "wallBody";
            })
        .length("sharedLength", neighbour.sharedLength());
  }

  static String word(FaceKind kind) {
    return switch (kind) {
      case ROOM -> "room";
      case WALL_BODY -> "wallBody";
      case TOO_SMALL -> "tooSmall";
    };
  }
}
