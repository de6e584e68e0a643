package dev.groma.engine.rooms.output;

import dev.groma.engine.draw.LabelSpot;
import dev.groma.engine.draw.Palette;
import dev.groma.engine.draw.SvgWriter;
import dev.groma.engine.draw.TextWidth;
import dev.groma.engine.draw.Viewport;
import dev.groma.engine.geometry.Points;
import dev.groma.engine.rooms.Box;
import dev.groma.engine.rooms.Coordinates;
import dev.groma.engine.rooms.Face;
import dev.groma.engine.rooms.FloorPlan;
import dev.groma.engine.rooms.LengthUnit;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;

/** Number and area of each room where they fit, the largest rooms first. */
final class LabelLayer {

  /** Labels on one drawing; chosen: more do not fit on the page. */
  private static final int MOST = 4_000;

  /** Corners of a room that is labelled; chosen: the search takes some hundred steps for each. */
  private static final int MOST_CORNERS = 20_000;

  private static final double[] FONT_SIZES = {17, 14, 12, 10, 8, 6.5};

  private static final double LINE = 1.25;

  private final FloorPlan plan;
  private final LengthUnit unit;
  private final Obstacles obstacles;
  private final double widestWall;

  /**
   * Labels for a plan.
   *
   * @param obstacles lines on the page that labels keep off where they can
   * @param widestWall on the page, of walls with thickness: half of it covers the rooms beside
   */
  LabelLayer(FloorPlan plan, LengthUnit unit, Obstacles obstacles, double widestWall) {
    this.plan = plan;
    this.unit = unit;
    this.obstacles = obstacles;
    this.widestWall = widestWall;
  }

  void draw(SvgWriter svg, Viewport view) throws IOException {
    List<Face> largest =
        plan.rooms().stream()
            .sorted(Comparator.comparingDouble((Face room) -> -room.measures().area()))
            .limit(MOST)
            .toList();
    svg.begin("g", "id", "labels", "text-anchor", "middle", "fill", Palette.INK);
    for (Face room : largest) {
      Box box = room.measures().boundingBox();
      double width = view.length(box.maxX() - box.minX());
      double height = view.length(box.maxY() - box.minY());
      if (Math.min(width, height) >= FONT_SIZES[FONT_SIZES.length - 1]
          && corners(room) <= MOST_CORNERS) {
        label(svg, view, room);
      }
    }
    svg.end();
  }

  private static int corners(Face room) {
    return room.polygon().shell().size()
        + room.polygon().holes().stream().mapToInt(Coordinates::size).sum();
  }

  private void label(SvgWriter svg, Viewport view, Face room) throws IOException {
    Points shell = view.onPage(new PlanPoints(room.polygon().shell()));
    List<Points> holes = PlanPoints.of(room.polygon().holes()).stream().map(view::onPage).toList();
    List<Points> near = obstacles.near(room.measures().boundingBox(), view);
    String number = room.id().substring(room.id().indexOf('-') + 1);
    String area = Wording.area(room.measures().area(), unit);
    for (List<Points> kept : near.isEmpty() ? List.of(near) : List.of(near, List.<Points>of())) {
      for (double size : FONT_SIZES) {
        double width = Math.max(TextWidth.of(number, size * 1.08), TextWidth.of(area, size * 0.85));
        double height = size * LINE * 1.85;
        LabelSpot spot =
            LabelSpot.find(shell, holes, kept, width + widestWall, height + widestWall);
        if (spot != null) {
          text(svg, number, spot, -size * 0.2, size, "bold");
          text(svg, area, spot, size * 0.9, size * 0.85, "normal");
          return;
        }
      }
    }
    double size = FONT_SIZES[FONT_SIZES.length - 1];
    double width = TextWidth.of(number, size);
    LabelSpot spot = LabelSpot.find(shell, holes, List.of(), width + widestWall, size + widestWall);
    if (spot != null) {
      text(svg, number, spot, size * 0.35, size, "bold");
    }
  }

  private static void text(
      SvgWriter svg, String text, LabelSpot spot, double down, double size, String weight)
      throws IOException {
    svg.text(
        "text",
        text,
        "x",
        SvgWriter.number(spot.x()),
        "y",
        SvgWriter.number(spot.y() + down),
        "font-size",
        SvgWriter.number(size),
        "font-weight",
        weight);
  }
}
