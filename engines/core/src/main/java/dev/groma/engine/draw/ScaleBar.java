package dev.groma.engine.draw;

import dev.groma.engine.number.Decimals;
import java.io.IOException;

/**
 * A scale bar whose length is 1, 2 or 5 times a power of ten.
 *
 * @param length of the whole bar in plan units
 * @param width of the whole bar on the page
 * @param unit behind the number, such as {@code m}
 */
record ScaleBar(double length, double width, String unit) {

  private static final double HEIGHT = 6;

  /** The longest bar of round length that is at most so wide. */
  static ScaleBar atMost(double widest, double scale, String unit) {
    double longest = widest / scale;
    double power = Math.pow(10, Math.floor(Math.log10(longest)));
    double length = power;
    for (int step : new int[] {2, 5, 10}) {
      if (step * power <= longest * (1 + 1e-12)) {
        length = step * power;
      }
    }
    return new ScaleBar(length, length * scale, unit);
  }

  /** Two halves, dark and light, with 0, the half and the whole above them. */
  void draw(SvgWriter svg, double left, double top) throws IOException {
    double half = width / 2;
    svg.begin("g", "id", "scale-bar", "stroke", Palette.MUTED, "stroke-width", "1");
    rect(svg, left, top, half, Palette.MUTED);
    rect(svg, left + half, top, half, Palette.PAPER);
    svg.end();
    svg.begin("g", "font-size", "12", "fill", Palette.MUTED, "text-anchor", "middle");
    label(svg, "0", left, top);
    label(svg, number(length / 2), left + half, top);
    label(svg, number(length) + " " + unit, left + width, top);
    svg.end();
  }

  private static void rect(SvgWriter svg, double x, double y, double width, String fill)
      throws IOException {
    svg.empty(
        "rect",
        "x",
        SvgWriter.number(x),
        "y",
        SvgWriter.number(y),
        "width",
        SvgWriter.number(width),
        "height",
        SvgWriter.number(HEIGHT),
        "fill",
        fill);
  }

  private static void label(SvgWriter svg, String text, double x, double top) throws IOException {
    svg.text("text", text, "x", SvgWriter.number(x), "y", SvgWriter.number(top - 6));
  }

  /** Powers of ten are not exact in binary below 1: fifteen digits are, and are enough. */
  static String number(double value) {
    int places = Math.clamp(14 - (int) Math.floor(Math.log10(value)), 0, 15);
    return value < 1e-14
        ? Double.toString(value)
        : Decimals.shortest(new Decimals(places).round(value));
  }
}
