package dev.groma.engine.rooms.output;

import dev.groma.engine.draw.Palette;
import dev.groma.engine.draw.PathData;
import dev.groma.engine.draw.SvgWriter;
import dev.groma.engine.draw.Viewport;
import dev.groma.engine.geometry.Points;
import dev.groma.engine.rooms.Opening;
import dev.groma.engine.rooms.Wall;
import dev.groma.engine.rooms.WallPlan;
import java.io.IOException;

/**
 * Doors, windows and passages as architects draw them. The drawing does not say to which side a
 * door opens: it is shown hinged at its near end, opening to the left of its wall's direction.
 */
final class OpeningLayer {

  /** Narrower openings are not to be seen. */
  private static final double NARROWEST = 3;

  private static final String GLASS_FILL = "#eaf4fa";

  private final WallPlan plan;
  private final LineStyle style;
  private final WallLines lines;

  OpeningLayer(WallPlan plan, LineStyle style) {
    this.plan = plan;
    this.style = style;
    lines = WallLines.ofWallsWithOpenings(plan);
  }

  void draw(SvgWriter svg, Viewport view) throws IOException {
    svg.begin("g", "id", "openings");
    for (Opening opening : plan.openings()) {
      if (view.length(opening.width()) >= NARROWEST) {
        Wall wall = plan.walls().get(opening.wall());
        Points gap =
            view.onPage(
                lines.piece(opening.wall(), opening.offset(), opening.offset() + opening.width()));
        draw(svg, opening.kind(), gap, WallLayer.width(wall, style, view));
      }
    }
    svg.end();
  }

  private static void draw(SvgWriter svg, Opening.Kind kind, Points gap, double wall)
      throws IOException {
    String line = new PathData().line(gap).toString();
    switch (kind) {
      case DOOR -> {
        stroke(svg, line, Palette.PAPER, wall + 1);
        doorLeaf(svg, gap, wall);
      }
      case WINDOW -> {
        double width = Math.max(wall, 5);
        stroke(svg, line, Palette.GLASS, width);
        stroke(svg, line, GLASS_FILL, width - 2);
        stroke(svg, line, Palette.GLASS, 1);
      }
      case PASSAGE -> stroke(svg, line, Palette.PAPER, wall + 1);
    }
  }

  private static void doorLeaf(SvgWriter svg, Points gap, double wall) throws IOException {
    int last = gap.size() - 1;
    double alongX = gap.x(last) - gap.x(0);
    double alongY = gap.y(last) - gap.y(0);
    double width = Math.hypot(alongX, alongY);
    // To the left on a page whose y runs down.
    double leftX = alongY / width;
    double leftY = -alongX / width;
    double hingeX = gap.x(0) + leftX * wall / 2;
    double hingeY = gap.y(0) + leftY * wall / 2;
    double tipX = hingeX + leftX * width;
    double tipY = hingeY + leftY * width;
    PathData swing =
        new PathData()
            .moveTo(hingeX, hingeY)
            .lineTo(tipX, tipY)
            .arcTo(width, true, hingeX + alongX, hingeY + alongY)
            .close();
    svg.empty("path", "d", swing.toString(), "fill", Palette.PAPER, "fill-opacity", "0.65");
    PathData arc =
        new PathData().moveTo(tipX, tipY).arcTo(width, true, hingeX + alongX, hingeY + alongY);
    stroke(svg, arc.toString(), Palette.MUTED, 0.8);
    stroke(
        svg, new PathData().moveTo(hingeX, hingeY).lineTo(tipX, tipY).toString(), Palette.WALL, 2);
  }

  private static void stroke(SvgWriter svg, String line, String colour, double width)
      throws IOException {
    svg.empty("path", "d", line, "stroke", colour, "stroke-width", SvgWriter.number(width));
  }
}
