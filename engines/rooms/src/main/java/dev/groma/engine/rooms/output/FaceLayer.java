package dev.groma.engine.rooms.output;

import dev.groma.engine.CancelledException;
import dev.groma.engine.EngineContext;
import dev.groma.engine.draw.Hatch;
import dev.groma.engine.draw.Palette;
import dev.groma.engine.draw.PathData;
import dev.groma.engine.draw.SvgWriter;
import dev.groma.engine.draw.Viewport;
import dev.groma.engine.rooms.Coordinates;
import dev.groma.engine.rooms.Face;
import dev.groma.engine.rooms.FaceKind;
import dev.groma.engine.rooms.FloorPlan;
import dev.groma.engine.rooms.LengthUnit;
import java.io.IOException;
import java.util.List;

/**
 * Rooms in soft fills that differ from their neighbours', wall bodies in grey, small ones hatched.
 */
final class FaceLayer {

  static final Hatch TOO_SMALL = new Hatch("too-small", Palette.PAPER, "#c3bfb6", 6, 45);

  /** Up to so many rooms each is an element of its own, with a tooltip. */
  private static final int MOST_ELEMENTS = 2_000;

  private final FloorPlan plan;
  private final LengthUnit unit;
  private final EngineContext context;

  FaceLayer(FloorPlan plan, LengthUnit unit, EngineContext context) {
    this.plan = plan;
    this.unit = unit;
    this.context = context;
  }

  void draw(SvgWriter svg, Viewport view) throws IOException, CancelledException {
    svg.begin("g", "id", "faces", "fill-rule", "evenodd");
    group(svg, view, FaceKind.TOO_SMALL, TOO_SMALL.fill());
    group(svg, view, FaceKind.WALL_BODY, Palette.BODY);
    List<Face> rooms = plan.rooms();
    int[] fills = RoomFills.of(rooms);
    if (rooms.size() <= MOST_ELEMENTS) {
      for (int i = 0; i < rooms.size(); i++) {
        element(svg, view, rooms.get(i), Palette.fill(fills[i]));
      }
    } else {
      for (int fill = 0; fill < Palette.FILLS.size(); fill++) {
        context.checkCancelled();
        PathGroup group = new PathGroup(svg, "fill", Palette.fill(fill));
        for (int i = 0; i < rooms.size(); i++) {
          if (fills[i] == fill) {
            append(group.data(), view, rooms.get(i));
          }
        }
        group.flush();
      }
    }
    svg.end();
  }

  private void group(SvgWriter svg, Viewport view, FaceKind kind, String fill) throws IOException {
    PathGroup group = new PathGroup(svg, "fill", fill);
    for (Face face : plan.faces()) {
      if (face.kind() == kind) {
        append(group.data(), view, face);
      }
    }
    group.flush();
  }

  private void element(SvgWriter svg, Viewport view, Face room, String fill) throws IOException {
    PathData data = new PathData();
    append(data, view, room);
    svg.begin("path", "id", room.id(), "fill", fill, "d", data.toString());
    svg.text("title", room.id() + ": " + Wording.area(room.measures().area(), unit));
    svg.end();
  }

  private static void append(PathData data, Viewport view, Face face) {
    data.ring(view.onPage(new PlanPoints(face.polygon().shell())));
    for (Coordinates hole : face.polygon().holes()) {
      data.ring(view.onPage(new PlanPoints(hole)));
    }
  }
}
