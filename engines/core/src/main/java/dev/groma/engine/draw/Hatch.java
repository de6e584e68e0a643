package dev.groma.engine.draw;

import java.io.IOException;

/**
 * A fill of thin parallel lines.
 *
 * @param id unique in the document: letters, digits and hyphens
 * @param background colour between the lines
 * @param line colour of the lines
 * @param spacing from line to line in page units
 * @param degrees of the lines, counterclockwise from the horizontal
 */
public record Hatch(String id, String background, String line, double spacing, int degrees) {

  /** What stands for the hatch where a colour is asked for. */
  public String fill() {
    return "url(#" + id + ")";
  }

  /** Writes the definition; it must stand before its first use. */
  void define(SvgWriter svg) throws IOException {
    String step = SvgWriter.number(spacing);
    svg.begin(
        "pattern",
        "id",
        id,
        "width",
        step,
        "height",
        step,
        "patternUnits",
        "userSpaceOnUse",
        "patternTransform",
        "rotate(" + -degrees + ")");
    svg.empty("rect", "width", step, "height", step, "fill", background);
    String middle = SvgWriter.number(spacing / 2);
    svg.empty(
        "path",
        "d",
        "M0 " + middle + "H" + step,
        "stroke",
        line,
        "stroke-width",
        "1",
        "fill",
        "none");
    svg.end();
  }
}
