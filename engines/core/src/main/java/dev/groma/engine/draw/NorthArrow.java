package dev.groma.engine.draw;

import java.io.IOException;

/**
 * Shows where north is.
 *
 * @param degrees from the plan's y axis to north, counterclockwise
 */
public record NorthArrow(double degrees) {

  private static final double SIZE = 40;

  /** Draws the arrow around its middle. */
  void draw(SvgWriter svg, double x, double y) throws IOException {
    PathData needle =
        new PathData()
            .moveTo(0, -SIZE / 2)
            .lineTo(SIZE / 5, SIZE / 2)
            .lineTo(0, SIZE / 3)
            .lineTo(-SIZE / 5, SIZE / 2)
            .close();
    String move = "translate(" + SvgWriter.number(x) + " " + SvgWriter.number(y) + ")";
    String turn = "rotate(" + SvgWriter.number(-degrees) + ")";
    svg.begin("g", "id", "north", "transform", move + " " + turn, "fill", Palette.MUTED);
    svg.empty("path", "d", needle.toString());
    svg.text(
        "text",
        "N",
        "y",
        SvgWriter.number(-SIZE / 2 - 5),
        "text-anchor",
        "middle",
        "font-size",
        "12");
    svg.end();
  }
}
