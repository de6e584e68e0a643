package dev.groma.engine.rooms.output;

import dev.groma.engine.draw.Palette;
import dev.groma.engine.draw.PathData;
import dev.groma.engine.draw.SvgWriter;
import dev.groma.engine.draw.Viewport;
import dev.groma.engine.geometry.Points;
import dev.groma.engine.rooms.Opening;
import dev.groma.engine.rooms.WallPlan;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Doors, windows and passages as architects draw them. The drawing does not say to which side a
 * door opens: it is shown hinged at its near end, opening to the left of its wall's direction.
 */
final class OpeningLayer {

  /** Narrower openings are not to be seen. */
  private static final double NARROWEST = 3;

  /** Openings that meet may overlap by so much of their width: rounding of the drawer. */
  private static final double OVERLAP = 0.01;

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
    for (Opening opening : visible(view)) {
      draw(svg, opening.kind(), gap(opening, view), wallWidth(opening, view));
    }
    svg.end();
  }

  /** What labels must keep off. */
  List<Points> doorSwings(Viewport view) {
    List<Points> outlines = new ArrayList<>();
    for (Opening opening : visible(view)) {
      DoorSwing swing = DoorSwing.of(gap(opening, view), wallWidth(opening, view));
      if (swing != null && opening.kind() == Opening.Kind.DOOR) {
        outlines.add(swing.outline());
      }
    }
    return outlines;
  }

  /**
   * In an order that does not depend on the order of the walls. Of openings that overlap in their
   * wall only the first is drawn: nobody could read them, and their lines could outgrow every
   * bound.
   */
  private List<Opening> visible(Viewport view) {
    List<Opening> sorted =
        plan.openings().stream()
            .filter(opening -> view.length(opening.width()) >= NARROWEST)
            .sorted(
                Comparator.comparing((Opening opening) -> plan.walls().get(opening.wall()).id())
                    .thenComparingDouble(Opening::offset))
            .toList();
    List<Opening> visible = new ArrayList<>();
    for (Opening opening : sorted) {
      Opening before = visible.isEmpty() ? null : visible.getLast();
      if (before == null
          || before.wall() != opening.wall()
          || before.offset() + before.width() <= opening.offset() + OVERLAP * opening.width()) {
        visible.add(opening);
      }
    }
    return visible;
  }

  private Points gap(Opening opening, Viewport view) {
    return view.onPage(lines.piece(opening));
  }

  private double wallWidth(Opening opening, Viewport view) {
    return WallLayer.width(plan.walls().get(opening.wall()), style, view);
  }

  private static void draw(SvgWriter svg, Opening.Kind kind, Points gap, double wall)
      throws IOException {
    String line = new PathData().line(gap).toString();
    switch (kind) {
      case DOOR -> {
        stroke(svg, line, Palette.PAPER, wall + 1);
        DoorSwing swing = DoorSwing.of(gap, wall);
        if (swing != null) {
          doorLeaf(svg, swing);
        }
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

  private static void doorLeaf(SvgWriter svg, DoorSwing swing) throws IOException {
    svg.empty(
        "path", "d", swing.sector().toString(), "fill", Palette.PAPER, "fill-opacity", "0.65");
    stroke(svg, swing.arc().toString(), Palette.MUTED, 0.8);
    stroke(svg, swing.leaf().toString(), Palette.WALL, 2);
  }

  private static void stroke(SvgWriter svg, String line, String colour, double width)
      throws IOException {
    svg.empty("path", "d", line, "stroke", colour, "stroke-width", SvgWriter.number(width));
  }
}
